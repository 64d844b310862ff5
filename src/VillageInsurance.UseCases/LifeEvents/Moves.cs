using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Members go from one household of the county to another, or all of it to another place.</summary>
internal static class Moves
{
    public static async Task MovedWithinAsync(LifeCase c, DataScope scope)
    {
        if (c.Facts.ToHouseholdId is { } id)
        {
            await JoinAsync(c, await c.OtherAsync(id), LeaveReason.MoveIn, JoinReason.MoveIn);
            return;
        }
        var place = new FigurePlace(c.Facts.ToVillageId!.Value, c.Facts.ToGroupId);
        // A group of one's own says nothing of another village that it is named with.
        if (place.GroupId is { } group && !await c.Db.Areas.AnyAsync(a => a.Id == group && a.ParentId == place.VillageId && a.Level == AreaLevel.Group && a.ValidTo == null)) throw LifeEventRule.ItNamesAPlace.Broken();
        if (!scope.Covers(place)) throw LifeEventRule.AnotherVillageIsAskedFor.Broken();
        if (c.Facts.IsOfAll)
        {
            await c.Ledger.MoveHouseholdAsync(c.Household, place.VillageId, place.GroupId);
            foreach (var member in c.Members) c.Ledger.Concerns(member.PersonId);
        }
        else await FoundAsync(c, place, c.Concerned.Any(m => m.PersonId == c.Facts.HeadId) ? c.Facts.HeadId!.Value : c.One.PersonId, LeaveReason.MoveIn, JoinReason.MoveIn);
    }

    public static async Task MarriedAsync(LifeCase c) => await JoinAsync(c, await c.OtherAsync(c.Facts.ToHouseholdId!.Value), LeaveReason.Marriage, JoinReason.Marriage);

    public static async Task SplitAsync(LifeCase c) =>
        await FoundAsync(c, new(c.Household.VillageId, c.Household.GroupId), c.Facts.HeadId!.Value, LeaveReason.Split, JoinReason.Split);

    public static async Task MergedAsync(LifeCase c)
    {
        var other = await c.OtherAsync(c.Facts.ToHouseholdId!.Value);
        await JoinAsync(c, other, LeaveReason.Merge, JoinReason.Merge);
        await c.Ledger.SeeSurveysAsync(c.Household, other);
        await c.Ledger.EndHouseholdAsync(c.Household, HouseholdEnd.Merged);
    }

    private static async Task JoinAsync(LifeCase c, Household other, LeaveReason left, JoinReason joined)
    {
        await c.ReplaceHeadAsync();
        foreach (var member in c.Concerned)
        {
            c.Ledger.Leave(member, left);
            // Who was a head is none there; how he stands to the other head is told, or asked later.
            var relation = c.Facts.Relation ?? (member.IsHead ? null : member.Relation);
            await c.Ledger.JoinAsync(other, await c.PersonAsync(member.PersonId), relation, member.Residence, joined);
        }
    }

    private static async Task FoundAsync(LifeCase c, FigurePlace place, Guid headId, LeaveReason left, JoinReason joined)
    {
        await c.ReplaceHeadAsync();
        var head = await c.PersonAsync(headId);
        var begun = await c.Ledger.BeginHouseholdAsync(place.VillageId, place.GroupId, head.Name);
        foreach (var member in c.Concerned)
        {
            c.Ledger.Leave(member, left);
            var person = await c.PersonAsync(member.PersonId);
            await c.Ledger.JoinAsync(begun, person, person.Id == headId ? Membership.HeadRelation : member.Relation, member.Residence, joined);
        }
        await c.Ledger.ShareChargeAsync(c.Household, begun);
    }
}
