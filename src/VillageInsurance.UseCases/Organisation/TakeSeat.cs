using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The office records a member of a leading group, of the county or any township; a township those of its own group.</summary>
public sealed class TakeSeat(AppDbGate gate)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid AreaId, Guid? DepartmentId, string Name, string Title, LeadershipPost Post, DateOnly From, bool AsOffice = false);

    /// <summary>A name is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.AreaId).NotEmpty();
            RuleFor(i => i.Name).NotEmpty().MaximumLength(60);
            RuleFor(i => i.Title).NotNull().MaximumLength(100);
            RuleFor(i => i.Post).IsInEnum();
        }
    }

    /// <summary>Records it. Refused for another township's group, and for a village, which has none.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(RecordCommitteeMember.NeededBy(input.AsOffice), async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.LeadershipSeats.SingleOrDefaultAsync(s => s.Id == input.Id) is { } first)
        {
            if ((first.AreaId, first.Name, first.Post) != (input.AreaId, input.Name, input.Post)) throw new AlreadyCreated(input.Id);
            return;
        }
        var area = await db.Areas.AsNoTracking().FindOrRefuseAsync(input.AreaId);
        if (area.Level is not (AreaLevel.County or AreaLevel.Township)) throw SeatRule.AGroupIsTheCountysOrATownships.Broken();
        RequireOwn(db, area.Id, input.AsOffice);
        if (input.DepartmentId is { } department && !await db.Departments.AnyAsync(d => d.Id == department)) throw new NotFound(nameof(Department), department);
        db.Add(new LeadershipSeat(input.Id, area.Id, input.DepartmentId, input.Name.Trim(), input.Title.Trim(), input.Post, input.From, db.Actor.StaffId));
    });

    // Seats belong to no village, so the scope is applied here.
    internal static void RequireOwn(AppDb db, Guid areaId, bool asOffice)
    {
        if (!asOffice && !db.Actor.May(Permission.ReportLaunch, areaId)) throw SeatRule.OnlyTheOwnTownshipsGroup.Broken();
    }
}
