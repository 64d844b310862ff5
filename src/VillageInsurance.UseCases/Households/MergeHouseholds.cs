using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Makes two entries of one family into one: the other one ends today, its members join, visits and consents come along. Figures of last year do not move: whatever ends or begins is known since today.</summary>
public sealed class MergeHouseholds(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request merges once.</param>
    /// <param name="Take">What is taken over from the household that gives way.</param>
    /// <param name="Same">Rows of the two that are one person.</param>
    public sealed record Input(Guid Id, Guid KeptId, int KeptVersion, Guid OtherId, int OtherVersion, IReadOnlyList<MergeField> Take, IReadOnlyList<SamePerson> Same);

    /// <summary>Ids are needed, fields known.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.KeptId).NotEmpty();
            RuleFor(i => i.OtherId).NotEmpty();
            RuleForEach(i => i.Take).IsInEnum();
            RuleFor(i => i.Same).Must(same => same.SelectMany(s => new[] { s.StaysId, s.GivesWayId }).Distinct().Count() == same.Count * 2);
        }
    }

    /// <summary>Merges. Refused: households of which one has ended or was changed since it was seen, rows that cannot be one person. Not found outside the actor's villages.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.MergeHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.HouseholdMerges.SingleOrDefaultAsync(m => m.Id == input.Id) is { } first)
        {
            if ((first.KeptId, first.OtherId) != (input.KeptId, input.OtherId)) throw new AlreadyCreated(input.Id);
            return;
        }
        var (kept, other) = (await db.Households.FindAsSeenAsync(input.KeptId, input.KeptVersion), await db.Households.FindAsSeenAsync(input.OtherId, input.OtherVersion));
        HouseholdMerge.Allow(kept, other);
        var today = clock.Today();
        var (facts, phone) = (FactsOf(kept), kept.Phone);
        Take(kept, other, input.Take);
        var joined = await SamePersonsMerge.JoinAsync(db, input, today);
        var members = await MoveMembersAsync(db, kept, other, joined, today);
        var places = await db.HouseholdPlaces.Where(p => p.HouseholdId == other.Id && p.To == null).ToListAsync();
        foreach (var place in places) place.End(today, today);
        other.End(today, HouseholdEnd.Merged);
        var charge = await db.HouseholdCharges.SingleOrDefaultAsync(c => c.HouseholdId == other.Id && c.To == null);
        charge?.End(today);
        var followed = await FollowAsync(db, kept, other.Id);
        db.ChangeTracker.DetectChanges();
        var trace = new MergeTrace(facts, phone, members, [.. places.Select(p => p.Id)], followed, joined, Stamps(db), charge?.Id);
        db.Add(new HouseholdMerge(input.Id, kept.VillageId, kept.GroupId, kept.Id, other.Id, today, trace, db.Actor.StaffId, clock.GetUtcNow()));
    });

    private void Take(Household kept, Household other, IReadOnlyList<MergeField> take)
    {
        bool Takes(MergeField field) => take.Contains(field);
        Household From(MergeField field) => Takes(field) ? other : kept;
        kept.Describe(new(From(MergeField.Address).Address, From(MergeField.MainIncome).MainIncome, From(MergeField.IncomeBand).IncomeBand, From(MergeField.Housing).Housing,
            From(MergeField.DebtBand).DebtBand, From(MergeField.Relief).Relief, From(MergeField.Machines).Machines));
        // A sealed value opens only in its own cell.
        if (Takes(MergeField.Phone)) kept.ReachedAt(other.Phone is { } phone ? vault.Seal(PersonalCells.Phone, kept.Id, vault.Open(PersonalCells.Phone, other.Id, phone)) : null);
    }

    private static async Task<List<MovedMember>> MoveMembersAsync(AppDb db, Household kept, Household other, IReadOnlyList<JoinedPerson> joined, DateOnly today)
    {
        var current = await db.Memberships.Where(m => (m.HouseholdId == kept.Id || m.HouseholdId == other.Id) && m.LeftOn == null).ToListAsync();
        var persons = await db.Persons.Where(p => current.Select(m => m.PersonId).Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var staying = current.Where(m => m.HouseholdId == kept.Id).ToDictionary(m => m.PersonId);
        var moved = new List<MovedMember>();
        foreach (var left in current.Where(m => m.HouseholdId == other.Id || joined.Any(j => j.GaveWayId == m.PersonId)))
        {
            if (!persons.TryGetValue(left.PersonId, out var person)) throw new NotFound(nameof(Person), left.PersonId);
            var seen = (person.VillageId, person.GroupId);
            left.Leave(today, LeaveReason.Merge, today);
            Membership? begun = null;
            if (left.HouseholdId == other.Id && !staying.ContainsKey(person.Id) && joined.All(j => j.GaveWayId != person.Id))
            {
                // Who takes the place of a row without number stands to the head as that one did.
                var before = joined.FirstOrDefault(j => j.StaysId == person.Id) is { } one ? staying.GetValueOrDefault(one.GaveWayId) : null;
                begun = db.Join(kept, person, before?.Relation ?? (RelationWords.RoleOf(left.Relation) == FamilyRole.Head ? null : left.Relation), left.Residence, today, JoinReason.Merge, today);
                person.SeenAt(kept.VillageId, kept.GroupId);
            }
            moved.Add(new(person.Id, left.Id, begun?.Id, seen.VillageId, seen.GroupId));
        }
        return moved;
    }

    private static async Task<IReadOnlyList<Guid>> FollowAsync(AppDb db, Household kept, Guid otherId)
    {
        var (visits, consents) = (await db.Visits.Where(v => v.HouseholdId == otherId).ToListAsync(), await db.Consents.Where(c => c.HouseholdId == otherId).ToListAsync());
        var (risks, covers) = (await db.RiskRecords.Where(r => r.HouseholdId == otherId).ToListAsync(), await db.CoversElsewhere.Where(c => c.HouseholdId == otherId).ToListAsync());
        visits.ForEach(v => v.GoTo(kept));
        consents.ForEach(c => c.GoTo(kept));
        risks.ForEach(r => r.GoTo(kept));
        covers.ForEach(c => c.GoTo(kept));
        return [.. visits.Concat<Entity>(consents).Concat(risks).Concat(covers).Select(e => e.Id)];
    }

    // Saving raises the version of what is changed; what is new begins at zero.
    private static IReadOnlyList<MergeStamp> Stamps(AppDb db) =>
        [.. db.ChangeTracker.Entries<Entity>().Where(e => e.Entity is Household or Membership).Select(e => new MergeStamp(e.Entity.Id, e.Entity.Version + (e.State == EntityState.Modified ? 1 : 0)))];

    internal static HouseholdFacts FactsOf(Household h) => new(h.Address, h.MainIncome, h.IncomeBand, h.Housing, h.DebtBand, h.Relief, h.Machines);
}
