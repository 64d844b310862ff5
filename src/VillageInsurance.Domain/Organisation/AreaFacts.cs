namespace VillageInsurance.Domain.Organisation;

/// <summary>The step of an area in the tree.</summary>
public enum AreaLevel { County, Township, Village, Group }

/// <summary>What kind of place an area is, as the divisions' register says.</summary>
public enum AreaKind { County, Street, Town, Township, EthnicTownship, Farm, VillageCommittee, Community, VillageGroup, Other }

/// <summary>坝区, 半山区, 山区: flat-land villages come first.</summary>
public enum Terrain { FlatLand, HalfMountain, Mountain }

/// <summary>Income per head in fen a year, with the source and the year it speaks of.</summary>
public sealed record IncomePerHead(long Fen, int Year, string Source);

/// <summary>Households and people as the register counts them.</summary>
public sealed record RegisteredSize(int Households, int People);
