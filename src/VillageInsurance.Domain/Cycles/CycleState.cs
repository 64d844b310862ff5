namespace VillageInsurance.Domain.Cycles;

/// <summary>Where a village stands on its way of a year, in the way's order.</summary>
public enum CycleState
{
    /// <summary>候选: not yet proposed, or its application came back.</summary>
    Candidate,

    /// <summary>申报建设点: proposed, waits for who decides.</summary>
    Proposed,

    /// <summary>建设点: named, works towards the title.</summary>
    Site,

    /// <summary>签约: the agreement is in force.</summary>
#pragma warning disable CA1720 // The programme's word, not the number type's.
    Signed,
#pragma warning restore CA1720

    /// <summary>聘任: supervisor and agents are in place.</summary>
    Staffed,

    /// <summary>创建: households are visited and served.</summary>
    Building,

    /// <summary>申报验收: declared for acceptance, its figures frozen.</summary>
    Declared,

    /// <summary>退回: the declaration came back, with what is to be put right.</summary>
    Returned,

    /// <summary>初审通过: passed the first review.</summary>
    Reviewed,

    /// <summary>上报: sent to the insurer's superior company.</summary>
    Forwarded,

    /// <summary>授牌: holds the title.</summary>
    Awarded,

    /// <summary>复核保持: the title was checked and kept.</summary>
    Kept,

    /// <summary>撤牌: the title was taken away.</summary>
    Revoked,

    /// <summary>退出: left the programme before the title.</summary>
    Withdrawn,
}

/// <summary>A step from one state to another.</summary>
public enum CycleMove
{
    /// <summary>The village is proposed as a construction site.</summary>
    Propose,

    /// <summary>The proposal is sent back.</summary>
    SendBack,

    /// <summary>The village becomes a construction site.</summary>
    Designate,

    /// <summary>The agreement is put in force.</summary>
    Sign,

    /// <summary>Supervisor and agents are in place.</summary>
    Staff,

    /// <summary>The work in the households begins; follows by itself.</summary>
    Build,

    /// <summary>The village is declared for acceptance.</summary>
    Declare,

    /// <summary>The declaration is returned with reasons.</summary>
    Return,

    /// <summary>The returned village goes on building; follows by itself.</summary>
    Resume,

    /// <summary>The first review is passed.</summary>
    Pass,

    /// <summary>The village goes on the list to the superior company.</summary>
    Forward,

    /// <summary>The title is awarded.</summary>
    Award,

    /// <summary>The yearly check keeps the title.</summary>
    Keep,

    /// <summary>The title is taken away.</summary>
    Revoke,

    /// <summary>The village leaves the programme.</summary>
    Withdraw,
}
