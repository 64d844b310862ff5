using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office puts an agent in charge of a village's households: all of them, some groups, or single ones by their numbers. Who was in charge before hands over.</summary>
public sealed class DivideHouseholds(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The agent's service, the first day, and which households: none named means the whole village, or the group of the service.</summary>
    public sealed record Input(Guid ServiceId, DateOnly From, IReadOnlyList<Guid> GroupIds, IReadOnlyList<string> Numbers);

    /// <summary>At most 500 numbers, and a day in sight.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.ServiceId).NotEmpty();
            RuleFor(i => i.GroupIds).NotNull().Must(g => g is { Count: <= 200 });
            RuleFor(i => i.Numbers).NotNull().Must(n => n is { Count: <= 500 });
            RuleFor(i => i.From).InclusiveBetween(clock.Today().AddYears(-1), clock.Today().AddYears(1));
        }
    }

    /// <summary>Divides, and says how many households the agent took over. Refused for an agent who may not work, and for households of another village.</summary>
    public Task<int> RunAsync(Input input) => gate.ChangeAsync(Permission.AssignAgents, async db =>
    {
        input.MustMeet(new InputRules(clock));
        var service = await db.AgentServices.FindOrRefuseAsync(input.ServiceId);
        await db.LockAsync($"agents of {service.VillageId}");
        (await db.ReadinessAsync(service, clock.Today())).Require();
        var households = await ChosenAsync(db, service, input);
        var ids = households.ConvertAll(h => h.Id);
        var before = await db.HouseholdCharges.Where(c => ids.Contains(c.HouseholdId) && c.To == null).ToDictionaryAsync(c => c.HouseholdId);
        var taken = households.Where(h => before.GetValueOrDefault(h.Id)?.ServiceId != service.Id)
            .Select(h => before.TryGetValue(h.Id, out var held) ? held.HandOver(service.Id, input.From) : new HouseholdCharge(Guid.CreateVersion7(), h.VillageId, h.GroupId, h.Id, service.Id, input.From)).ToList();
        // The old ones end before the new ones begin: updates are saved before inserts.
        db.AddRange(taken);
        return taken.Count;
    });

    private static async Task<List<Household>> ChosenAsync(AppDb db, AgentService service, Input input)
    {
        var there = db.Households.AsNoTracking().Where(h => h.VillageId == service.VillageId && h.LeftOn == null && h.Kind == HouseholdKind.Family);
        if (service.GroupId is { } own) there = there.Where(h => h.GroupId == own);
        if (input.GroupIds.Count == 0 && input.Numbers.Count == 0) return await there.ToListAsync();
        var (groups, numbers) = (input.GroupIds, input.Numbers.Select(n => n.Trim()).Distinct().ToList());
        var chosen = await there.Where(h => numbers.Contains(h.Number) || (h.GroupId != null && groups.Contains(h.GroupId.Value))).ToListAsync();
        if (numbers.Except(chosen.Select(h => h.Number)).Any() || groups.Except(chosen.Select(h => h.GroupId).OfType<Guid>()).Any()) throw AgentRule.TheHouseholdsLieInTheVillage.Broken();
        return chosen;
    }
}
