using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.UseCases.Worklists;

/// <summary>What is to be done at households. A list, its count and its days ask the same.</summary>
internal static class WorklistQuery
{
    /// <summary>Cover that ends in fewer days is told.</summary>
    public const int DaysOfCover = 60;

    /// <summary>The households of a worklist. A family that said no is left in peace: it stands in none but what came back.</summary>
    public static IQueryable<Household> Of(AppDb db, Worklist list, DateOnly today)
    {
        var living = db.Households.Where(h => h.LeftOn == null && h.Kind == HouseholdKind.Family);
        var asked = living.Where(h => db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).Select(v => (bool?)v.Refused).FirstOrDefault() != true);
        var newYear = new DateOnly(today.Year, 1, 1);
        var me = db.Actor.StaffId;
        return list switch
        {
            Worklist.NotVisited => asked.Where(h => !db.Visits.Any(v => v.HouseholdId == h.Id && v.On >= newYear)),
            Worklist.VisitDue => asked.Where(h => db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).Select(v => v.NextOn).FirstOrDefault() <= today),
            Worklist.Returned => living.Where(h => db.HouseholdFiles.Any(f => f.Id == h.Id && f.Status == FileStatus.Returned && f.SubmittedById == me)),
            Worklist.Incomplete => db.Lacking(asked),
            Worklist.SchoolAge => asked.Where(h => db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && Reaching(db, today).Any(p => p.Id == m.PersonId))),
            _ => asked.Where(h => db.Memberships.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && Ending(db, today).Any(p => p.InsuredId == m.PersonId))),
        };
    }

    /// <summary>Children who turn three or six by the next 1 September and are not entered at the school of that age.</summary>
    public static IQueryable<Person> Reaching(AppDb db, DateOnly today)
    {
        var day = new DateOnly(today.Month > 9 ? today.Year + 1 : today.Year, 9, 1);
        var (three, two, six, five) = (day.AddYears(-3), day.AddYears(-4), day.AddYears(-6), day.AddYears(-7));
        return db.Persons.Where(p =>
            (p.BirthDate <= three && p.BirthDate > two && !db.Enrolments.Any(e => e.PersonId == p.Id && e.Stage == SchoolStage.Kindergarten && (e.To == null || e.To >= e.From)))
            || (p.BirthDate <= six && p.BirthDate > five && !db.Enrolments.Any(e => e.PersonId == p.Id && e.Stage == SchoolStage.Primary && (e.To == null || e.To >= e.From))));
    }

    /// <summary>Policies that hold today and end within sixty days.</summary>
    public static IQueryable<Domain.Policies.Policy> Ending(AppDb db, DateOnly today)
    {
        var last = today.AddDays(DaysOfCover);
        return db.Policies.Where(p => p.EffectiveDate <= today && p.EndDate >= today && p.EndDate <= last && p.HesitationCancelOn == null
            && (p.SurrenderedOn == null || p.SurrenderedOn > today) && (p.ClaimEndedOn == null || p.ClaimEndedOn > today));
    }

    /// <summary>Those of which the actor is in charge.</summary>
    public static IQueryable<Household> InChargeOf(AppDb db, IQueryable<Household> households)
    {
        var me = db.Actor.StaffId;
        return households.Where(h => db.HouseholdCharges.Any(c => c.HouseholdId == h.Id && c.To == null && db.AgentServices.Any(s => s.Id == c.ServiceId && s.StaffId == me)));
    }
}

/// <summary>What is to be done at a household.</summary>
public enum Worklist
{
    /// <summary>No visit this year.</summary>
    NotVisited = 1,

    /// <summary>The day agreed for the next visit has come.</summary>
    VisitDue = 2,

    /// <summary>The file came back from the township.</summary>
    Returned = 3,

    /// <summary>The file lacks something.</summary>
    Incomplete = 4,

    /// <summary>A child turns three or six by 1 September.</summary>
    SchoolAge = 5,

    /// <summary>Cover ends within sixty days.</summary>
    CoverEnding = 6,
}
