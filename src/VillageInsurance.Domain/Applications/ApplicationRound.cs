using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Applications;

/// <summary>One submission of an application, as it was, with the decision on it.</summary>
public sealed class ApplicationRound(
    Guid id, Guid applicationId, Guid villageId, int number, ApplicationForm form, Guid lastEditedById, Guid submittedById, DateTimeOffset submittedAt)
    : Entity(id), IVillageOwned
{
    /// <summary>The application.</summary>
    public Guid ApplicationId { get; private init; } = applicationId;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>From 1.</summary>
    public int Number { get; private init; } = number;

    /// <summary>What was submitted.</summary>
    public ApplicationForm Form { get; private init; } = form;

    /// <summary>Who had written in it last.</summary>
    public Guid LastEditedById { get; private init; } = lastEditedById;

    /// <summary>Who submitted it.</summary>
    public Guid SubmittedById { get; private init; } = submittedById;

    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; private init; } = submittedAt;

    /// <summary>What was decided; null while it waits.</summary>
    public Decision? Decision { get; private set; }

    internal void Decide(Decision decision) => Decision = decision;
}

/// <summary>What an official decided, with the opinion and the fields marked at fault.</summary>
public sealed record Decision(DecisionOutcome Outcome, Guid OfficialId, string Opinion, IReadOnlyList<string> Fields, DateTimeOffset At);

/// <summary>The two ways to decide.</summary>
public enum DecisionOutcome { Approved, Returned }
