using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What the structure looks like: the 3-D view, cross-sections with their masks, and plots.</summary>
internal static class PictureSection
{
    public static Html View3D(ReportContent content)
    {
        Html still = content.View3D is Picture p ? Image(p) : Html.None;
        Html view = content.Structure is ElectrodeState state ? SphereView.Of(state, still) : still;
        string caption = content.View3D?.Caption ?? "The simulated structure.";
        return view == Html.None ? Html.None : Html.Of($"""
            <section id="structure">
            <h2>Structure</h2>
            <figure class="view">{view}<figcaption>{caption}</figcaption></figure>
            </section>
            """);
    }

    public static Html Sections(IReadOnlyList<SectionPictures> sections) => sections.Count == 0 ? Html.None : Html.Of($"""
        <section id="sections">
        <h2>Cross-sections</h2>
        <ul class="legend" aria-label="Colours of the phase masks">{Html.Join(Enum.GetValues<VoxelPhase>(), Legend)}</ul>
        <div class="sections">
        {Html.Join(sections.Select(Section))}</div>
        </section>
        """);

    public static Html Plots(IReadOnlyList<Picture> plots) => plots.Count == 0 ? Html.None : Html.Of($"""
        <section id="plots">
        <h2>Plots</h2>
        <div class="grid">{Html.Join(plots, p => Html.Of($"<figure>{Image(p)}<figcaption>{p.Caption}</figcaption></figure>\n"))}</div>
        </section>
        """);

    private static Html Legend(VoxelPhase phase)
    {
        (byte r, byte g, byte b) = StatePalette.Of(phase);
        return Html.Of($"<li><i style=\"background:rgb({r},{g},{b})\"></i>{StatePalette.Name(phase)}</li>");
    }

    /// <summary>Radio buttons choose the layer; the style sheet shows it, so that no script is needed.</summary>
    private static Html Section(SectionPictures section, int number)
    {
        (string Label, Picture Picture)[] layers = [("Micrograph", section.Image), .. section.Masks.Select(m => (m.Label, MaskTint.Tint(m)))];
        return Html.Of($"""
            <figure class="layers">
            {Html.Join(layers.Select((layer, i) => Choice(number, i, layer.Label)))}
            <div class="stack">{Html.Join(layers, layer => Html.Of($"<div>{Image(layer.Picture)}<span class=\"name\">{layer.Label}</span></div>\n"))}</div>
            <figcaption>{section.Image.Caption}</figcaption></figure>

            """);
    }

    private static Html Choice(int section, int layer, string label) => Html.Of($"""
        <input type="radio" name="layer-{section}" id="layer-{section}-{layer}" {(layer == 0 ? Html.Of($"checked=\"checked\" ") : Html.None)}/><label for="layer-{section}-{layer}">{label}</label>

        """);

    internal static Html Image(Picture p) =>
        Html.Of($"<img src=\"data:{p.MediaType};base64,{Convert.ToBase64String(p.Bytes)}\" alt=\"{p.Caption}\" loading=\"lazy\"/>");
}
