namespace DispersionSim.Core;

/// <summary>Every source that the program cites, one line each; a report lists those that its run used.</summary>
public static class ReferenceCatalog
{
    public static IReadOnlyList<Reference> All { get; } =
    [
        new("abramowitz-stegun-1964", "M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, NBS (1964)"),
        new("ai-2020", "W. Ai et al., Electrochemical thermal-mechanical modelling of stress inhomogeneity in lithium-ion pouch cells, J. Electrochem. Soc. 167 (2020) 013512"),
        new("ai-2022", "W. Ai et al., A composite electrode model for lithium-ion batteries with silicon/graphite negative electrodes, J. Power Sources 527 (2022) 231142"),
        new("bracht-2014", "H. Bracht, silicon self-diffusion, D = 530 exp(−4.75 eV/kT) cm²/s"),
        new("chen-2020", "C.-H. Chen et al., Development of experimental techniques for parameterization of multi-scale lithium-ion battery models, J. Electrochem. Soc. 167 (2020) 080534"),
        new("crc-handbook", "CRC Handbook of Chemistry and Physics, physical constants of elements and solvents"),
        new("damerau-1964", "F. J. Damerau, A technique for computer detection and correction of spelling errors, Commun. ACM 7 (1964) 171"),
        new("deal-grove-1965", "B. E. Deal, A. S. Grove, General relationship for the thermal oxidation of silicon, J. Appl. Phys. 36 (1965) 3770"),
        new("demond-1983", "F. J. Demond et al., Phys. Lett. A (1983): silicon self-diffusion, D = 20 exp(−4.4 eV/kT) cm²/s"),
        new("dominik-tielens-1997", "C. Dominik, A. G. G. M. Tielens, The physics of dust coagulation, Astrophys. J. 480 (1997) 647"),
        new("filippov-2000", "A. V. Filippov, M. Zurita, D. E. Rosner, Fractal-like aggregates: relation between morphology and physical properties, J. Colloid Interface Sci. 229 (2000) 261"),
        new("font-2018", "F. Font et al., Binder migration during drying of lithium-ion battery electrodes, arXiv:1801.01580"),
        new("goldstein-2018", "J. Goldstein et al., Scanning Electron Microscopy and X-ray Microanalysis, 4th ed. (2018)"),
        new("hatch-choate-1929", "T. Hatch, S. P. Choate, Statistical description of the size properties of non-uniform particulate substances, J. Franklin Inst. 207 (1929) 369"),
        new("hopcroft-2010", "M. A. Hopcroft et al., What is the Young's modulus of silicon?, J. MEMS 19 (2010) 229"),
        new("iso-16610-21", "ISO 16610-21: linear profile filters: Gaussian filters"),
        new("iso-21920-2", "ISO 21920-2: profile surface texture parameters"),
        new("iso-25178-2", "ISO 25178-2: areal surface texture parameters"),
        new("iso-9276-2", "ISO 9276-2:2014: calculation of average particle sizes and moments from particle size distributions"),
        new("jacobs-2017", "T. D. B. Jacobs, T. Junge, L. Pastewka, Quantitative characterization of surface topography using spectral analysis, Surf. Topogr. 5 (2017) 013001"),
        new("johnson-1985", "K. L. Johnson, Contact Mechanics, Cambridge (1985)"),
        new("kapton-datasheet", "Polyimide film data sheet values: E 2.5 GPa, yield 69 MPa, UTS 231 MPa, ν 0.34, ρ 1420 kg/m³"),
        new("moran-2019", "FracVAL: J. Morán et al., Comput. Phys. Commun. 239 (2019) 225: tunable cluster–cluster aggregation of polydisperse primaries"),
        new("nyman-2008", "A. Nyman, M. Behm, G. Lindbergh, Electrochemical characterisation and modelling of the mass transport phenomena in LiPF6–EC–EMC electrolyte, Electrochim. Acta 53 (2008) 6356"),
        new("potyondy-cundall-2004", "D. O. Potyondy, P. A. Cundall, A bonded-particle model for rock, Int. J. Rock Mech. 41 (2004) 1329"),
        new("rieger-2016", "B. Rieger et al., A new method to model the thickness change of a commercial pouch cell during discharge, J. Electrochem. Soc. 163 (2016) A1566"),
        new("rumpf-1962", "H. Rumpf, The strength of granules and agglomerates (1962)"),
        new("salmon-2011", "J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11 (2011)"),
        new("shoemake-1992", "K. Shoemake, Uniform random rotations, Graphics Gems III (1992) 124"),
        new("si-brochure-2019", "BIPM, The International System of Units, 9th edition (2019)"),
        new("thornton-ning-1998", "C. Thornton, Z. Ning, A theoretical model for the stick/bounce behaviour of adhesive, elastic–plastic spheres, Powder Technol. 99 (1998) 154"),
        new("verbrugge-2016", "M. Verbrugge, D. Baker, X. Xiao, Formulation for the treatment of multiple electrochemical reactions and associated speciation, J. Electrochem. Soc. 163 (2016) A262"),
        new("yasuda-1981", "Yasuda, Armstrong, Cohen, Rheol. Acta 20 (1981) 163: generalised Newtonian viscosity"),
        new("zhu-2002", "Y. Zhu et al., Oxidation mechanism of copper at 623–1073 K, Mater. Trans. 43 (2002) 2173"),
    ];
}
