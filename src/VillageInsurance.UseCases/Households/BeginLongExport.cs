using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Asks for an export that is too long to wait for; a background job writes it.</summary>
public sealed class BeginLongExport(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <param name="Id">The job's id, made by the page.</param>
    /// <param name="Culture">The language of its heads.</param>
    public sealed record Input(Guid Id, ExportHouseholds.Input Order, string Culture);

    /// <summary>The list's own rules.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Culture).NotEmpty().MaximumLength(10);
            RuleFor(i => i.Order).NotNull().SetValidator(new ExportHouseholds.InputRules());
        }
    }

    /// <summary>Keeps the request and says whose it is. A repeat changes nothing; the same id for something else is refused, and so is what <see cref="ExportHouseholds"/> refuses.</summary>
    public Task<Guid> RunAsync(Input input) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.JobRequests.AsNoTracking().SingleOrDefaultAsync(j => j.Id == input.Id) is { } first)
            return first.Kind == JobKind.Export && first.StaffId == db.Actor.StaffId && LongExports.OrderOf(vault, first) == input.Order ? first.StaffId : throw new AlreadyCreated(input.Id);
        var rows = await new ExportWriting(db, vault, clock, input.Order, key => key).CountAsync(int.MaxValue, default);
        db.Add(LongExports.Begin(vault, input.Id, input.Order, input.Culture, rows, db.Actor.StaffId, clock.GetUtcNow()));
        return db.Actor.StaffId;
    });
}
