using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Stores what a visit brought: the answers, what struck the household, cover with others.</summary>
internal static class DeskSurvey
{
    public static void Save(AppDb db, Household household, SaveHousehold.Input input, DateTimeOffset now)
    {
        if (input.Visit is { } visit) db.Add(Visit.Record(visit.Id, household, db.Actor.StaffId, visit.On, visit.Answers, now.ToOffset(Clock.Offset)));
        db.AddRange(input.Risks.Select(r => new RiskRecord(r.Id, household.VillageId, household.GroupId, household.Id, r.Kind, r.On, r.LossFen, r.PaidBy, db.Actor.StaffId)));
        db.AddRange(input.Covers.Select(c => new CoverElsewhere(c.Id, household.VillageId, household.GroupId, household.Id, c.PersonId, c.Insurer, c.Kind, c.SumFen, c.PremiumFen, c.PayMode, c.DueMonth, db.Actor.StaffId)));
    }
}
