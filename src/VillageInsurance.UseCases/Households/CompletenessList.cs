using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The households behind a count of completeness, for whoever may see households there, in the order of their numbers.</summary>
public sealed class CompletenessList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Which village, whose part of it, what is missing, and the number with which the last page ended.</summary>
    public sealed record Input(Guid VillageId, Guid? AgentId, ArchiveGap Missing, string? AfterNumber);

    /// <summary>A known gap.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Missing).IsInEnum();
            RuleFor(i => i.AfterNumber).MaximumLength(40);
        }
    }

    /// <summary>A page, and whether another follows.</summary>
    public sealed record View(IReadOnlyList<HouseholdRow> Rows, bool HasMore);

    /// <summary>Reads a page. Of a village outside the viewer's area there is none.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var found = await CompletenessQuery.ListAsync(db, db.Actor.ScopeOf(Permission.ViewHouseholds)!, clock.Today(), (input.VillageId, input.AgentId, input.Missing.ToString(), input.AfterNumber ?? ""), HouseholdList.PageSize + 1, cancel);
        var ids = found.Take(HouseholdList.PageSize).Select(f => f.HouseholdId).ToList();
        return new View(await HouseholdRows.ReadAsync(db, db.Households.Where(h => ids.Contains(h.Id)), clock.Today(), null, cancel), found.Count > HouseholdList.PageSize);
    }, cancel);
}

/// <summary>What a file may lack.</summary>
public enum ArchiveGap { None = 0, NotVisited = 1, NotConsented = 2, NotComplete = 3 }
