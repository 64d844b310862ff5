using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Reconciliations;

/// <summary>A line of a reconciliation: a row of the file beside the payment recorded for it, or one of the two alone.</summary>
/// <param name="ordinal">Its place in the comparison, from 1.</param>
/// <param name="sheet">The file's sheet, from 0; null for what the file does not have.</param>
/// <param name="row">The row in that sheet, from 1; null likewise.</param>
[PersonTable]
public sealed class ReconciledLine(Guid id, Guid reconciliationId, int ordinal, ReconciliationVerdict verdict, short? sheet, int? row, Guid? policyId, Guid? paymentId, byte[] cells) : Entity(id)
{
    /// <summary>The reconciliation.</summary>
    [NotPersonal] public Guid ReconciliationId { get; private init; } = reconciliationId;

    /// <summary>Its place.</summary>
    [NotPersonal] public int Ordinal { get; private init; } = ordinal;

    /// <summary>What was found.</summary>
    [NotPersonal] public ReconciliationVerdict Verdict { get; private init; } = verdict;

    /// <summary>The sheet, from 0.</summary>
    [NotPersonal] public short? Sheet { get; private init; } = sheet;

    /// <summary>The row, from 1.</summary>
    [NotPersonal] public int? Row { get; private init; } = row;

    /// <summary>The policy of the recorded payment; null where none is.</summary>
    [NotPersonal] public Guid? PolicyId { get; private init; } = policyId;

    /// <summary>The recorded payment; null where none is.</summary>
    [NotPersonal] public Guid? PaymentId { get; private init; } = paymentId;

    /// <summary>Sealed: receipt, policy, day, amount and payer of both sides as they stood when they were compared.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public byte[] Cells { get; private init; } = cells;

    /// <summary>How somebody explains the difference; empty while nobody has.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Explanation { get; private set; } = "";

    /// <summary>Who; null while nobody has.</summary>
    [NotPersonal] public Guid? ExplainedById { get; private set; }

    /// <summary>When; null while nobody has.</summary>
    [NotPersonal] public DateTimeOffset? ExplainedAt { get; private set; }

    /// <summary>Whether it has to be explained.</summary>
    public bool IsDifference => Verdict is not (ReconciliationVerdict.Matched or ReconciliationVerdict.Outside);

    internal void Explained(string words, Guid byId, DateTimeOffset at) => (Explanation, ExplainedById, ExplainedAt) = (words, byId, at);
}
