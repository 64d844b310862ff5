using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>The one way in which an event enters the register: entered by an agent, tried out, or approved by the office.</summary>
internal static class RecordingLifeEvents
{
    /// <summary>Records it, and says whose figures it may move. Refused when it cannot have happened.</summary>
    public static async Task<IReadOnlyCollection<FigurePlace>> RecordAsync(
        this AppDb db, Vault vault, Guid eventId, Household household, LifeEventFacts facts, Newcomer? newcomer, DataScope scope, DateTimeOffset at)
    {
        var today = at.LocalDay();
        await db.LockAsync($"household {household.Id}");
        var members = await db.Memberships.Where(m => m.HouseholdId == household.Id && m.LeftOn == null).OrderBy(m => m.Number).ToListAsync();
        await db.RequireAtRestAsync(household);
        facts.Check(household, members, today);
        var life = new LifeEvent(eventId, household.VillageId, household.GroupId, household.Id, facts.Kind, facts.On, today, db.Actor.StaffId, at);
        var ledger = new LifeLedger(db, life, today);
        ledger.Concerns(household);
        await ApplyAsync(new LifeCase(db, ledger, household, members, facts), vault, newcomer, scope);
        ledger.Close();
        return ledger.Places;
    }

    private static Task ApplyAsync(LifeCase c, Vault vault, Newcomer? newcomer, DataScope scope)
    {
        switch (c.Facts.Kind)
        {
            case LifeEventKind.Born: return Comings.BornAsync(c, vault, newcomer ?? throw LifeEventRule.ItNamesTheNewcomer.Broken());
            case LifeEventKind.Arrived: return Comings.ArrivedAsync(c, vault, newcomer ?? throw LifeEventRule.ItNamesTheNewcomer.Broken());
            case LifeEventKind.Died: return Goings.DiedAsync(c);
            case LifeEventKind.MovedAway: return Goings.MovedAwayAsync(c);
            case LifeEventKind.Dissolved: return Goings.DissolvedAsync(c);
            case LifeEventKind.EnteredInError: return Goings.EnteredInErrorAsync(c);
            case LifeEventKind.MovedWithin: return Moves.MovedWithinAsync(c, scope);
            case LifeEventKind.Married: return Moves.MarriedAsync(c);
            case LifeEventKind.Split: return Moves.SplitAsync(c);
            case LifeEventKind.Merged: return Moves.MergedAsync(c);
            case LifeEventKind.MigrantSince: return Changes.MigrantSinceAsync(c);
            case LifeEventKind.HeadChanged: return Changes.HeadChangedAsync(c);
            case LifeEventKind.Enrolled: return Changes.EnrolledAsync(c);
            case LifeEventKind.LeftSchool: return Changes.LeftSchoolAsync(c);
            default:
                Changes.LivesAs(c, c.Facts.Kind == LifeEventKind.WentForWork ? ResidenceKind.Away : ResidenceKind.Local);
                return Task.CompletedTask;
        }
    }
}
