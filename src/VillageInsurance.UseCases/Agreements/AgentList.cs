using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The resident agents of the actor's villages: state, registration, work. Whoever serves in two villages stands here twice.</summary>
public sealed class AgentList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>The state, only those who work full-time, the beginning of a name, and the id after which the page begins.</summary>
    public sealed record Input(AgentStatus? Status = null, bool FullTimeOnly = false, string? Search = null, Guid? Before = null);

    /// <summary>A name at most.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Search).MaximumLength(40);
    }

    /// <summary>One page, and the id after which the next begins.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next);

    /// <param name="Missing">What the agent's work still lacks today.</param>
    /// <param name="LastActiveOn">The last day on which the agent issued a policy, attended a training or signed; null for none.</param>
    public sealed record Row(Guid Id, string Name, PlaceName Place, AgentStatus Status, AgentRegistration? Registration, bool FullTime, int Households, DateOnly? LastActiveOn, IReadOnlyList<ReadinessRule> Missing);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var (today, search) = (clock.Today(), string.IsNullOrWhiteSpace(input.Search) ? null : input.Search.Trim());
        var found = await (from service in db.AgentServices.AsNoTracking()
                           join staff in db.Staff on service.StaffId equals staff.Id
                           where (input.Status == null || service.Status == input.Status) && (!input.FullTimeOnly || service.FullTime)
                               && (search == null || staff.Name.StartsWith(search)) && (input.Before == null || service.Id < input.Before)
                           orderby service.Id descending
                           select new
                           {
                               Service = service,
                               Staff = staff,
                               Group = db.Areas.Where(g => g.Id == service.GroupId).Select(g => g.Name).FirstOrDefault(),
                               Households = db.HouseholdCharges.Count(c => c.ServiceId == service.Id && c.To == null),
                               IsSigned = db.CommitmentLetters.Any(l => l.ServiceId == service.Id && l.Year == today.Year),
                           }).AsNoTracking().Take(PageSize + 1).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var places = await db.PlaceNamesAsync(page.Select(f => (Guid?)f.Service.VillageId), cancel);
        var active = await db.LastActiveAsync([.. page.Select(f => f.Service)], cancel);
        return new View([.. page.Select(f => new Row(f.Service.Id, f.Staff.Name, places[f.Service.VillageId] with { Group = f.Group }, f.Service.Status, f.Staff.Registration, f.Service.FullTime, f.Households,
            active.GetValueOrDefault(f.Service.StaffId), AgentReadiness.On(today, f.Service, f.Staff.Registration, f.IsSigned).Missing))], found.Count > PageSize ? page[^1].Service.Id : null);
    }, cancel);
}
