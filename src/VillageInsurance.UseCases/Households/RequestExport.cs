using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Asks the office for a list with more than a thousand rows in clear.</summary>
public sealed class RequestExport(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The request's id, made by the page, and the list as it would be exported.</summary>
    public sealed record Input(Guid Id, ExportHouseholds.Input Order);

    /// <summary>The list's own rules.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Order).NotNull().SetValidator(new ExportHouseholds.InputRules());
        }
    }

    /// <summary>Asks. A repeat of the same id changes nothing. Refused: without the right to see numbers, and for a list that one may take out alone.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var order = input.Order with { RequestId = null };
        if (await db.ExportRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Id) is { } first)
        {
            if (first.AskedById != db.Actor.StaffId || OrderOf(first) != order) throw new AlreadyCreated(input.Id);
            return;
        }
        if (db.Actor.ScopeOf(Permission.RevealPersonalInfo) is null) throw new NotPermitted(Permission.RevealPersonalInfo);
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var households = await ExportHouseholds.ChosenAsync(db, order, today, default);
        var rows = await new ExportRows(db, vault, order, key => key, today).CountAsync(households, int.MaxValue, default);
        if (!order.InClear || rows <= ExportHouseholds.MostInClear) throw ExportRule.OneMayTakeItOutAlone.Broken();
        var place = await households.OrderBy(h => h.Number).Select(h => new { h.VillageId, h.GroupId }).FirstAsync();
        db.Add(new ExportRequest(input.Id, place.VillageId, db.Actor.May(Permission.ExportHouseholds, place.VillageId) ? null : place.GroupId,
            JsonSerializer.Serialize(order, JsonColumn.Format), order.Purpose, rows, db.Actor.StaffId, now));
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, place.VillageId, QueueKind.ExportToApprove, input.Id, now));
    });

    /// <summary>What was ordered.</summary>
    internal static ExportHouseholds.Input OrderOf(ExportRequest request) => JsonSerializer.Deserialize<ExportHouseholds.Input>(request.Order, JsonColumn.Format)!;
}
