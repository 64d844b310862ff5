using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Nobody comes or goes; how somebody lives here, or what he is, changes.</summary>
internal static class Changes
{
    /// <summary>Away for work, and back: both stay counted.</summary>
    public static void LivesAs(LifeCase c, ResidenceKind residence) => c.Ledger.Describe(c.One, c.One.Relation, residence);

    /// <summary>The residence of a membership has no date, so that the old membership ends and one as a migrant begins: what was counted before stays as it was.</summary>
    public static async Task MigrantSinceAsync(LifeCase c)
    {
        c.Ledger.Leave(c.One, LeaveReason.MoveOut);
        await c.Ledger.JoinAsync(c.Household, await c.PersonAsync(c.One.PersonId), c.One.Relation, ResidenceKind.Migrant, JoinReason.MoveIn);
    }

    public static async Task HeadChangedAsync(LifeCase c)
    {
        // How the old head stands to the new one is told at the next visit.
        foreach (var old in c.Members.Where(m => m.IsHead)) c.Ledger.Describe(old, null, old.Residence);
        await c.MakeHeadAsync(c.Members.Single(m => m.PersonId == c.Facts.HeadId));
    }

    /// <summary>Begins at a school; the one before ends the day before.</summary>
    public static async Task EnrolledAsync(LifeCase c)
    {
        var (member, on) = (c.One, c.Facts.On);
        foreach (var before in await OpenAsync(c, on)) c.Ledger.EndEnrolment(before, on.AddDays(-1));
        // A row that was taken back keeps its key.
        var taken = await c.Db.Enrolments.AnyAsync(e => e.ListedUnder == member.Number && e.From == on && e.Stage == c.Facts.Stage!.Value);
        c.Ledger.BeginEnrolment(member, taken ? $"E{Guid.CreateVersion7().ToString("N")[^16..]}" : member.Number, c.Facts.School!.Trim(), c.Facts.Stage!.Value);
    }

    public static async Task LeftSchoolAsync(LifeCase c)
    {
        var open = await OpenAsync(c, c.Facts.On.AddDays(1));
        if (open.Count == 0) throw LifeEventRule.OnlyWhoGoesToSchoolLeavesIt.Broken();
        foreach (var enrolment in open) c.Ledger.EndEnrolment(enrolment, c.Facts.On);
    }

    private static Task<List<Enrolment>> OpenAsync(LifeCase c, DateOnly before) =>
        c.Db.Enrolments.Where(e => e.PersonId == c.One.PersonId && e.To == null && e.From < before).ToListAsync();
}
