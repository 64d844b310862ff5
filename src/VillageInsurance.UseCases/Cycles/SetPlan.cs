using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>The office sets how many villages of a township are to win the title in a year.</summary>
public sealed class SetPlan(AppDbGate gate)
{
    /// <summary>The township, the year, the number as it was seen (its version, null for none yet), and the paper that sets it.</summary>
    public sealed record Input(Guid TownshipId, int Year, int? SeenVersion, int Villages, string Source);

    /// <summary>A number that a township can have.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
            RuleFor(i => i.Villages).InclusiveBetween(0, 999);
            RuleFor(i => i.Source).MaximumLength(200);
        }
    }

    /// <summary>Sets it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        input.MustMeet(new InputRules());
        var township = await db.Areas.AsNoTracking().FindOrRefuseAsync(input.TownshipId);
        if (township.Level != AreaLevel.Township) throw new NotFound(nameof(Area), input.TownshipId);
        await db.LockAsync($"plan {township.Id} {input.Year}");
        var plan = await db.VillagePlans.SingleOrDefaultAsync(p => p.VillageId == township.Id && p.Year == input.Year);
        if (plan is null) db.Add(plan = new VillagePlan(Guid.CreateVersion7(), township.Id, input.Year));
        else if (plan.Version != input.SeenVersion) throw new ChangedMeanwhile();
        plan.Set(input.Villages, input.Source.Trim());
    });
}
