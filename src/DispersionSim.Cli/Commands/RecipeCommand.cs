using System.CommandLine;
using System.Text.Json;
using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary><c>recipe new|check|schema|explain</c>.</summary>
internal static class RecipeCommand
{
    public static Command Make(CommandHost host) => new("recipe", "Makes, checks and explains recipes.") { New(host), Check(host), Schema(host), Explain(host) };

    private static Command New(CommandHost host)
    {
        Argument<string?> path = new("file") { Description = "file to write; standard output where absent", Arity = ArgumentArity.ZeroOrOne };
        Option<string> from = new("--from") { Description = $"recipe to start from: {string.Join(", ", RecipeSource.BuiltIn)}", DefaultValueFactory = _ => RecipeSource.Default };
        Option<bool> force = new("--force") { Description = "replace an existing file" };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("new", "Writes a recipe to start from.") { path, from, force, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            string name = parsed.GetValue(from)!;
            if (!RecipeSource.BuiltIn.Contains(name, StringComparer.Ordinal))
            {
                throw new InputException($"--from {name}: not a recipe that comes with the program; known: {string.Join(", ", RecipeSource.BuiltIn)}");
            }

            string text = RecipeSource.Text(name);
            if (parsed.GetValue(path) is not { } file)
            {
                host.Print(parsed.GetValue(json) ? JsonSerializer.Serialize(new { name, text }) : text);
                return ExitCode.Done;
            }

            if (File.Exists(file) && !parsed.GetValue(force))
            {
                throw new InputException($"{file}: exists already; give --force to replace it");
            }

            AtomicFile.Write(file, text);
            host.Say($"wrote {file}");
            if (parsed.GetValue(json))
            {
                host.PrintFile(file, true);
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Check(CommandHost host)
    {
        Argument<string> path = new("recipe") { Description = "recipe file" };
        Option<string[]> set = CommonOptions.Set();
        Option<bool> json = CommonOptions.Json();
        var command = new Command("check", "Reads a recipe and says whether it can be run.") { path, set, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            Recipe recipe = RecipeSource.Read(parsed.GetValue(path), parsed.GetValue(set) ?? []);
            QualityLevel level = recipe.Quality.Preview;
            FoilRehearsal.Check(recipe, level.Sample, MaterialsReader.Read(recipe, host.Say), level.Replicates);
            host.Print(parsed.GetValue(json) ? JsonSerializer.Serialize(new { name = recipe.Name, valid = true }) : $"{recipe.Name}: can be run ({string.Join(", ", recipe.Stages)})");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Schema(CommandHost host)
    {
        var command = new Command("schema", "Prints the JSON Schema of recipes, for editors.") { CommonOptions.Json() };
        command.SetAction(_ => host.Guard(() =>
        {
            host.Print(RecipeSchema.Export<Recipe>());
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Explain(CommandHost host)
    {
        Argument<string?> prefix = new("key") { Description = "only keys that begin with this", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = CommonOptions.Json();
        var command = new Command("explain", "Lists every key with its unit, default, range and meaning.") { prefix, json };
        command.SetAction(parsed => host.Guard(() =>
        {
            IReadOnlyList<RecipeKey> keys = RecipeExplain.Keys<Recipe>(parsed.GetValue(prefix) ?? "");
            if (keys.Count == 0)
            {
                throw new InputException($"recipe explain {parsed.GetValue(prefix)}: no key begins with that");
            }

            host.Print(parsed.GetValue(json)
                ? JsonSerializer.Serialize(keys)
                : string.Join(Environment.NewLine, keys.Select(k => $"{k.Key} = {k.Default}   [{k.Allowed}]  {k.Description}")));
            return ExitCode.Done;
        }));
        return command;
    }
}
