using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Policies;

/// <summary>All that a policy's row holds, so that two can be compared.</summary>
internal sealed record PolicyTerms(
    Guid VillageId, Guid? GroupId, string Number, string Insurer, Guid ProductId, Guid? HolderId, Guid InsuredId, Guid? AgentId, bool AgentWasUnregistered, PolicyDates Dates, PayMode Mode, int PayYears,
    long PremiumFen, long SumInsuredFen, GraceTerm Grace, DateOnly? DemandedOn, string? GroupNumber, string? School)
{
    public static PolicyTerms Of(Policy p) => new(p.VillageId, p.GroupId, p.Number, p.Insurer, p.ProductId, p.HolderId, p.InsuredId, p.AgentId, p.AgentWasUnregistered, p.Dates, p.PayMode, p.PayYears,
        p.PremiumFen, p.SumInsuredFen, p.GraceTerm, p.DemandedOn, p.GroupNumber, p.School);
}

/// <summary>A policy to be written: under a new id or a known one.</summary>
internal sealed record PolicyToWrite(Guid Id, bool IsNew, PolicyTerms Terms);
