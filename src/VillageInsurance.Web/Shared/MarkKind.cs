namespace VillageInsurance.Web.Shared;

/// <summary>What a mark tells: reached; short, due or returned; late, refused or wrong; to be decided or paused; not concerned; no data.</summary>
public enum MarkKind { Met, Gap, Late, Info, Idle, None }
