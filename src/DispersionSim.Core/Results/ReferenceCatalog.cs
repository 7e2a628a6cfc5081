namespace DispersionSim.Core;

/// <summary>Every source that the program cites, one line each; a report lists those that its run used.</summary>
public static class ReferenceCatalog
{
    public static IReadOnlyList<Reference> All { get; } =
    [
        new("bracht-2014", "H. Bracht, silicon self-diffusion, D = 530 exp(−4.75 eV/kT) cm²/s"),
        new("chen-2020", "C.-H. Chen et al., Development of experimental techniques for parameterization of multi-scale lithium-ion battery models, J. Electrochem. Soc. 167 (2020) 080534"),
        new("crc-handbook", "CRC Handbook of Chemistry and Physics, physical constants of elements and solvents"),
        new("demond-1983", "F. J. Demond et al., Phys. Lett. A (1983): silicon self-diffusion, D = 20 exp(−4.4 eV/kT) cm²/s"),
        new("dominik-tielens-1997", "C. Dominik, A. G. G. M. Tielens, The physics of dust coagulation, Astrophys. J. 480 (1997) 647"),
        new("font-2018", "F. Font et al., Binder migration during drying of lithium-ion battery electrodes, arXiv:1801.01580"),
        new("yasuda-1981", "Yasuda, Armstrong, Cohen, Rheol. Acta 20 (1981) 163: generalised Newtonian viscosity"),
        new("goldstein-2018", "J. Goldstein et al., Scanning Electron Microscopy and X-ray Microanalysis, 4th ed. (2018)"),
        new("hopcroft-2010", "M. A. Hopcroft et al., What is the Young's modulus of silicon?, J. MEMS 19 (2010) 229"),
        new("iso-16610-21", "ISO 16610-21: linear profile filters: Gaussian filters"),
        new("iso-21920-2", "ISO 21920-2: profile surface texture parameters"),
        new("iso-25178-2", "ISO 25178-2: areal surface texture parameters"),
        new("jacobs-2017", "T. D. B. Jacobs, T. Junge, L. Pastewka, Quantitative characterization of surface topography using spectral analysis, Surf. Topogr. 5 (2017) 013001"),
        new("johnson-1985", "K. L. Johnson, Contact Mechanics, Cambridge (1985)"),
        new("kapton-datasheet", "Polyimide film data sheet values: E 2.5 GPa, yield 69 MPa, UTS 231 MPa, ν 0.34, ρ 1420 kg/m³"),
        new("okabe-ito-2008", "M. Okabe, K. Ito, Color universal design: how to make figures and presentations that are friendly to colorblind people (2008)"),
        new("orr-1975", "F. M. Orr, L. E. Scriven, A. P. Rivas, Pendular rings between solids: meniscus properties and capillary force, J. Fluid Mech. 67 (1975) 723"),
        new("ottosson-2020", "B. Ottosson, A perceptual color space for image processing: Oklab (2020)"),
        new("potyondy-cundall-2004", "D. O. Potyondy, P. A. Cundall, A bonded-particle model for rock, Int. J. Rock Mech. 41 (2004) 1329"),
        new("rumpf-1962", "H. Rumpf, The strength of granules and agglomerates (1962)"),
        new("salmon-2011", "J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC11 (2011)"),
        new("scardovelli-zaleski-2000", "R. Scardovelli, S. Zaleski, Analytical relations connecting linear interfaces and volume fractions in rectangular grids, J. Comput. Phys. 164 (2000) 228"),
        new("moran-2019", "FracVAL: J. Morán et al., Comput. Phys. Commun. 239 (2019) 225: tunable cluster–cluster aggregation of polydisperse primaries"),
        new("thornton-ning-1998", "C. Thornton, Z. Ning, A theoretical model for the stick/bounce behaviour of adhesive, elastic–plastic spheres, Powder Technol. 99 (1998) 154"),
        new("verbrugge-2016", "M. Verbrugge, D. Baker, X. Xiao, Formulation for the treatment of multiple electrochemical reactions and associated speciation, J. Electrochem. Soc. 163 (2016) A262"),
        new("zhu-2002", "Y. Zhu et al., Oxidation mechanism of copper at 623–1073 K, Mater. Trans. 43 (2002) 2173"),
    ];
}
