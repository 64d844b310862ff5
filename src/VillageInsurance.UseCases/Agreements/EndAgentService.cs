using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>An agent leaves a village: in one act the households go to a successor, and the holders of long policies are listed to be told within 30 days.</summary>
public sealed class EndAgentService(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The service as it was seen, its last day, why, and the service that takes the households over; null where there are none.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, DateOnly LastDay, string Reason, Guid? SuccessorId);

    /// <summary>A reason of at most 500 characters, and a last day that is not far off.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
            RuleFor(i => i.LastDay).InclusiveBetween(clock.Today().AddYears(-1), clock.Today().AddDays(60));
        }
    }

    /// <summary>Ends it. Refused while households would be left without anybody in charge.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AssignAgents, async db =>
    {
        input.MustMeet(new InputRules(clock));
        var service = await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion);
        await db.LockAsync($"agents of {service.VillageId}");
        await HandOverAsync(db, service, input);
        service.Leave(input.LastDay, input.Reason);
        await db.ClearQueueOfAsync(service.Id);
        await ListCustomersAsync(db, service, input.LastDay);
    });

    private async Task HandOverAsync(AppDb db, AgentService service, Input input)
    {
        var charges = await db.HouseholdCharges.Where(c => c.ServiceId == service.Id && c.To == null).ToListAsync();
        if (charges.Count == 0) return;
        if (input.SuccessorId is not { } id) throw AgentRule.TheHouseholdsAreHandedOver.Broken();
        var successor = await db.AgentServices.SingleOrDefaultAsync(s => s.Id == id && s.Id != service.Id && s.VillageId == service.VillageId && s.Status == AgentStatus.Assigned)
            ?? throw AgentRule.TheSuccessorServesHere.Broken();
        (await db.ReadinessAsync(successor, clock.Today())).Require();
        // The old ones end before the new ones begin: updates are saved before inserts.
        db.AddRange(charges.ConvertAll(c => c.HandOver(successor.Id, input.LastDay.AddDays(1))));
    }

    // Whoever leaves his last village leaves his customers everywhere.
    private async Task ListCustomersAsync(AppDb db, AgentService service, DateOnly lastDay)
    {
        var isLast = !await db.AgentServices.AnyAsync(s => s.StaffId == service.StaffId && s.Id != service.Id && s.Status != AgentStatus.Left && s.Status != AgentStatus.TurnedDown);
        var policies = await (from policy in db.Policies.AsNoTracking()
                              where policy.AgentId == service.StaffId && (isLast || policy.VillageId == service.VillageId)
                              join product in db.Products on policy.ProductId equals product.Id
                              where product.LongTerm
                              select policy).ToListAsync();
        var due = lastDay.AddDays(CustomerNotice.Days);
        var customers = policies.Where(p => p.IsInForce(lastDay)).GroupBy(p => p.HolderId ?? p.InsuredId).ToList();
        foreach (var own in customers)
            db.Add(new CustomerNotice(Guid.CreateVersion7(), own.First().VillageId, own.First().GroupId, service.Id, own.Key, own.Count(), due));
        if (customers.Count > 0) db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, service.VillageId, QueueKind.CustomersToTell, service.Id, clock.GetUtcNow(), due));
    }
}
