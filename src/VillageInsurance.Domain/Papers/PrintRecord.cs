using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Papers;

/// <summary>A paper that left the product: who took it when, in which form, and the number and check code that it bears.</summary>
public sealed class PrintRecord(
    Guid id, Guid villageId, PaperKind kind, Guid recordId, PaperForm form, PaperStanding standing, string number, string checkCode, Guid printedById, DateTimeOffset at, Guid? jobId = null)
    : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>Which paper.</summary>
    public PaperKind Kind { get; private init; } = kind;

    /// <summary>The record that it shows.</summary>
    public Guid RecordId { get; private init; } = recordId;

    /// <summary>A print page or a Word file.</summary>
    public PaperForm Form { get; private init; } = form;

    /// <summary>What it was worth when it was printed.</summary>
    public PaperStanding Standing { get; private init; } = standing;

    /// <summary>The print number.</summary>
    public string Number { get; private init; } = number;

    /// <summary>The check code of what it said.</summary>
    public string CheckCode { get; private init; } = checkCode;

    /// <summary>Who took it.</summary>
    public Guid PrintedById { get; private init; } = printedById;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>The job that printed it together with others; null for a paper of its own.</summary>
    public Guid? JobId { get; private init; } = jobId;
}
