namespace VillageInsurance.Domain.Households;

/// <summary>As the ID number says. The numbers of these lists are stored.</summary>
public enum Sex { Male = 1, Female = 2 }

/// <summary>A family counts in the indicators; a dormitory, barracks or other collective household does not.</summary>
public enum HouseholdKind { Family = 1, Collective = 2 }

/// <summary>Why a household ended; the last one says that it never was.</summary>
public enum HouseholdEnd { Split = 1, Merged = 2, Moved = 3, Dissolved = 4, Error = 5 }

/// <summary>How a member lives: here, away for work (stays counted), or moved in from elsewhere (counts after six months).</summary>
public enum ResidenceKind { Local = 1, Away = 2, Migrant = 3 }

/// <summary>Why a membership began.</summary>
public enum JoinReason { Initial = 1, Birth = 2, MoveIn = 3, Marriage = 4, Split = 5, Merge = 6 }

/// <summary>Why a membership ended; the last one says that it never was.</summary>
public enum LeaveReason { Death = 1, MoveOut = 2, MoveIn = 3, Marriage = 4, Split = 5, Merge = 6, Error = 7 }

/// <summary>The stage of a school. Kindergarten to vocational make a pupil; university does not.</summary>
public enum SchoolStage { Kindergarten = 1, Primary = 2, Junior = 3, Senior = 4, Vocational = 5, University = 6 }

/// <summary>What a family lives in.</summary>
public enum Housing { Brick = 1, Timber = 2, Earth = 3, Rented = 4, Other = 5 }

/// <summary>A yearly income, or debts, in yuan: under 10,000, up to 30,000, up to 50,000, up to 100,000, above. None is an answer, too.</summary>
public enum MoneyBand { None = 1, Under10K = 2, Under30K = 3, Under50K = 4, Under100K = 5, Above = 6 }

/// <summary>The township's relief lists: on none, minimum living allowance, destitute, watched against falling back into poverty.</summary>
public enum Relief { None = 1, Allowance = 2, Destitute = 3, Watched = 4 }
