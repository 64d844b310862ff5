using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Households;

/// <summary>The one save of the household desk: a new or known household with its people, policies shown, the visit and what it brought. All of it or nothing.</summary>
public sealed class SaveHousehold(AppDbGate gate, Vault vault, TimeProvider clock, ImportRules imports)
{
    /// <summary>The draft's form.</summary>
    public const string DraftName = "household";

    /// <param name="Id">The household; made by the page for a new one.</param>
    /// <param name="SeenVersion">The version that the page showed; null for a new household.</param>
    /// <param name="VillageId">Where a new household lies.</param>
    /// <param name="GroupId">The group, for a new household; null when not known.</param>
    /// <param name="Facts">What the family told.</param>
    /// <param name="Phone">A new number; null leaves what is known, an empty one takes it out.</param>
    /// <param name="Members">Everybody who belongs to it now, known and new.</param>
    public sealed record Input(Guid Id, int? SeenVersion, Guid VillageId, Guid? GroupId, HouseholdFacts Facts, string? Phone, IReadOnlyList<MemberEntry> Members,
        IReadOnlyList<PolicyEntry> Policies, IReadOnlyList<ConsentEntry> Consents, IReadOnlyList<RiskEntry> Risks, IReadOnlyList<CoverEntry> Covers, VisitEntry? Visit);

    /// <summary>The desk's rules.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Made-up people of the test region pass where the host allows them.</summary>
        public InputRules(TimeProvider clock, ImportRules imports) => Include(new DeskRules(clock, imports));
    }

    /// <summary>Saves. Visits, policies and consents go on while the township looks at the file; its fields rest until it is back, and are corrected once it is checked. Refused: without a holding appointment, letter, training and registration; on a page that somebody overtook; with money, health or a child's matters and no consent to them.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules(clock, imports));
        if (input.SeenVersion is null && await IsAlreadySavedAsync(db, input)) return;
        var today = clock.Today();
        var household = await HouseholdOfAsync(db, input, today);
        await db.RequireReadyAgentAsync(db.Actor.StaffId, household.VillageId, household.GroupId, today);
        var consents = await DeskConsents.SaveAsync(db, vault, household, input.Consents, clock);
        consents.RequireForMoney(household, input);
        if (input.Phone is { } phone) household.ReachedAt(phone.Length == 0 ? null : vault.Seal(PersonalCells.Phone, household.Id, phone));
        household.Describe(input.Facts);
        var people = await new DeskMembers(db, vault, household, consents, today, imports).SaveAsync(input.Members);
        if (input.Policies.Count > 0) await DeskPolicies.SaveAsync(db, household, people, input, today);
        DeskSurvey.Save(db, household, input, today, clock.GetUtcNow());
        db.NoteFieldChanges(household);
        if (input.SeenVersion is not null && db.ChangesTheFile()) await db.RequireEditableAsync(household);
        await db.DropDraftAsync(DraftName, input.Id);
    });

    // The answer was lost and the page sent it again.
    private static async Task<bool> IsAlreadySavedAsync(AppDb db, Input input)
    {
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == input.Id) is not { } first) return false;
        var people = await db.Memberships.Where(m => m.HouseholdId == input.Id).Select(m => m.PersonId).ToListAsync();
        return first.VillageId == input.VillageId && input.Members.All(m => people.Contains(m.PersonId)) ? true : throw new AlreadyCreated(input.Id);
    }

    private static async Task<Household> HouseholdOfAsync(AppDb db, Input input, DateOnly today)
    {
        if (input.SeenVersion is not { } seen) return await db.BeginHouseholdAsync(input.Id, input.VillageId, input.GroupId, today, today);
        var household = await db.Households.FindAsSeenAsync(input.Id, seen);
        if (household.LeftOn is not null) throw HouseholdRule.OnlyALivingHouseholdChanges.Broken();
        // Two people at one household are told apart even when they enter different members.
        db.Entry(household).Property(h => h.HeadName).IsModified = true;
        return household;
    }
}
