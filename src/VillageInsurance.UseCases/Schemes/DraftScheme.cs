using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>The office begins the next version of a year's scheme, from another scheme or a template.</summary>
public sealed class DraftScheme(AppDbGate gate)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="BasisId">What it says until it is edited.</param>
    public sealed record Input(Guid Id, Guid BasisId, int Year);

    /// <summary>A year that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.BasisId).NotEmpty();
            RuleFor(i => i.Year).InclusiveBetween(2000, 2200);
        }
    }

    /// <summary>Begins it. Refused while the year has another draft of the same programme.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.EditSchemes, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Schemes.SingleOrDefaultAsync(s => s.Id == input.Id) is { } first)
        {
            if (first.BasisId == input.BasisId && first.Year == input.Year && first.EditorIds.Contains(db.Actor.StaffId)) return;
            throw new AlreadyCreated(input.Id);
        }
        var basis = await db.Schemes.AsNoTracking().FindOrRefuseAsync(input.BasisId);
        await db.LockAsync($"scheme {basis.Programme} {input.Year}");
        var versions = db.Schemes.Where(s => s.Programme == basis.Programme && s.Year == input.Year);
        if (await versions.AnyAsync(s => s.Status == SchemeStatus.Draft)) throw SchemeRule.OneDraftOfAYear.Broken();
        db.Add(Scheme.DraftFrom(input.Id, basis, input.Year, (await versions.MaxAsync(s => (int?)s.Number) ?? 0) + 1, db.Actor.StaffId));
    });
}
