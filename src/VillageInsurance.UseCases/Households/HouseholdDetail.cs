using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>One household with its members, and for whoever may see them its policies and payments. ID numbers and phones are masked here, on the server.</summary>
public sealed class HouseholdDetail(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The household; policies are null for viewers without the right, which is not the same as none.</summary>
    public sealed record View(Guid Id, int Version, string Number, HouseholdKind Kind, string HeadName, string? Phone, string? MainIncome, string? IncomeBand,
        PlaceName? Place, string? Group, DateOnly JoinedOn, DateOnly? LeftOn, HouseholdEnd? LeftReason, IReadOnlyList<Member> Members, IReadOnlyList<PolicyLine>? Policies,
        Guid? GroupId, bool MayReveal, HouseholdFacts Facts, HouseholdSurvey Survey, bool MayKeep);

    /// <summary>A membership, past or present. Work, school and that there is a note on the health are for whoever keeps the file. The age in years and no day of birth: beside the masked number it would give the whole of it.</summary>
    public sealed record Member(Guid PersonId, string Name, string? IdNumber, Sex Sex, int Age, string? Relation, ResidenceKind Residence,
        DateOnly JoinedOn, JoinReason JoinReason, DateOnly? LeftOn, LeaveReason? LeftReason, string? Occupation, string? School, bool HasHealthNote);

    /// <summary>A policy of a member, as holder or insured, in force today or not, with the flags of the import.</summary>
    public sealed record PolicyLine(Guid Id, string Number, string Insurer, string Product, Guid? HolderId, Guid InsuredId, DateOnly IssueDate, DateOnly EffectiveDate, DateOnly EndDate,
        PayMode PayMode, long PremiumFen, bool IsInForce, bool AgentWasUnregistered, DateOnly? HesitationCancelOn, DateOnly? SurrenderedOn, DateOnly? SuspendedOn, DateOnly? ReinstatedOn,
        DateOnly? ClaimEndedOn, IReadOnlyList<PaymentLine> Payments);

    /// <summary>A payment.</summary>
    public sealed record PaymentLine(string Number, DateOnly BookedOn, PaymentKind Kind, int PolicyYear, long AmountFen, PaymentMethod Method);

    /// <summary>Reads it. Outside the viewer's area it is not found.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        var today = clock.Today();
        var (h, place, group) = await HouseholdReads.Household(db, householdId, cancel) ?? throw new NotFound(nameof(Household), householdId);
        var members = await HouseholdReads.Members(db, householdId, today).ToListAsync(cancel);
        return new View(h.Id, h.Version, h.Number, h.Kind, NamesInClear.Shown(db.Actor, h, h.HeadName),
            h.Phone is null ? null : Masking.Number(vault.Open(PersonalCells.Phone, h.Id, h.Phone)), h.MainIncome, h.IncomeBand,
            place, group, h.JoinedOn, h.LeftOn, h.LeftReason,
            // Who moved to another village is seen there, not here.
            [.. members.Where(m => m.Person is not null).InBookOrder(m => m.Membership.Relation, m => m.Person!.BirthDate).Select(m => Shown(db.Actor, h, m.Membership, m.Person!, m.School))],
            db.Actor.May(Permission.ViewPolicies, h) ? await PoliciesAsync(db, [.. members.Select(m => m.Membership.PersonId)], cancel) : null,
            h.GroupId, db.Actor.May(Permission.RevealPersonalInfo, h), new(h.Address, h.MainIncome, h.IncomeBand, h.Housing, h.DebtBand, h.Relief, h.Machines),
            await HouseholdSurvey.OfAsync(db, h, today, cancel), Keeps(db.Actor, h));
    }, cancel);

    private Member Shown(Actor actor, Household household, Membership m, Person p, string? school) => new(p.Id, NamesInClear.Shown(actor, household, p.Name),
        p.IdNumber is { } number ? Masking.Number(vault.Open(PersonalCells.IdNumber, p.Id, number)) : null, p.Sex, p.AgeOn(clock.Today()), m.Relation, m.Residence, m.JoinedOn, m.JoinReason, m.LeftOn, m.LeftReason,
        Keeps(actor, household) ? p.Occupation : null, Keeps(actor, household) ? school : null, Keeps(actor, household) && p.HealthNote is not null);

    private static bool Keeps(Actor actor, Household household) => actor.May(Permission.KeepHouseholds, household);

    private async Task<IReadOnlyList<PolicyLine>> PoliciesAsync(AppDb db, List<Guid> persons, CancellationToken cancel)
    {
        var policies = await HouseholdReads.Policies(db, persons).ToListAsync(cancel);
        var payments = (await HouseholdReads.Payments(db, [.. policies.Select(p => p.Policy.Id)]).ToListAsync(cancel))
            .ToLookup(p => p.PolicyId, p => new PaymentLine(p.Number, p.BookedOn, p.Kind, p.PolicyYear, p.AmountFen, p.Method));
        return [.. policies.Select(p => Shown(p.Policy, p.Product, [.. payments[p.Policy.Id]]))];
    }

    private PolicyLine Shown(Policy p, string product, IReadOnlyList<PaymentLine> payments) => new(p.Id, p.Number, p.Insurer, product, p.HolderId, p.InsuredId,
        p.IssueDate, p.EffectiveDate, p.EndDate, p.PayMode, p.PremiumFen, p.IsInForce(clock.Today()), p.AgentWasUnregistered, p.HesitationCancelOn, p.SurrenderedOn, p.SuspendedOn, p.ReinstatedOn, p.ClaimEndedOn, payments);
}
