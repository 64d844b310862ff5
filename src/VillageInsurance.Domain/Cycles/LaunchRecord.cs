using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Cycles;

/// <summary>One point of the launch checklist that a township or village has done in a year: its bodies formed, its plan filed.</summary>
public sealed class LaunchRecord(Guid id, Guid villageId, int year, string task) : Entity(id), IVillageOwned
{
    /// <summary>The township or village that reports.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The point of the scheme's checklist, by its key.</summary>
    public string Task { get; private init; } = task;

    /// <summary>The day on which it was done.</summary>
    public DateOnly DoneOn { get; private set; }

    /// <summary>The paper's title and number; empty where none is asked.</summary>
    public string Paper { get; private set; } = "";

    /// <summary>Who reported it last.</summary>
    public Guid ReportedById { get; private set; }

    /// <summary>Reports it, or puts the report right. Refused for a day to come, and without the paper where one is asked.</summary>
    public void Report(DateOnly doneOn, string paper, bool needsPaper, Guid byId, DateOnly today)
    {
        Require(doneOn <= today, LaunchRule.WhatIsDoneLiesBehind);
        Require(!needsPaper || !string.IsNullOrWhiteSpace(paper), LaunchRule.ThePaperIsNamed);
        (DoneOn, Paper, ReportedById) = (doneOn, paper, byId);
    }
}

/// <summary>Rules of the launch checklist.</summary>
public enum LaunchRule { WhatIsDoneLiesBehind, ThePaperIsNamed, TheSchemeAsksForIt }
