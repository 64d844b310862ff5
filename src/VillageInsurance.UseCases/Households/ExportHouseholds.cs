using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>Takes the list of households, or their roster, out of one's own villages as a file: all rows, masked unless the right allows. The audit keeps purpose, rows and hash.</summary>
public sealed class ExportHouseholds(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>Rows with numbers in clear that one person may take out alone.</summary>
    public const int MostInClear = 1_000;

    /// <summary>Rows that are written while the visitor waits; more are written in the background.</summary>
    public const int MostAtOnce = 5_000;

    /// <summary>What, in which form, of which village or group or all of one's own; with the search that narrows the list; whether ID numbers and phones stand in clear; and for what. A long list in clear names the request that was approved.</summary>
    public sealed record Input(ExportKind Kind, SheetForm Form, Guid? VillageId, Guid? GroupId, string? Search, bool WithEnded, bool InClear, string Purpose, Guid? RequestId = null);

    /// <summary>A purpose that says something.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Form).IsInEnum();
            RuleFor(i => i.Search).MaximumLength(SearchTerm.MostCharacters);
            RuleFor(i => i.Purpose).NotEmpty().MinimumLength(2).MaximumLength(200);
        }
    }

    /// <param name="File">At its beginning; gone when it is closed.</param>
    public sealed record View(Stream File, string FileName, SheetForm Form, long Rows, string Hash);

    /// <summary>Writes the file. The words of heads and lists come from the page. Refused: numbers in clear without the right to see them, and above a thousand rows without a second person's yes of the last 24 hours to this very list.</summary>
    public Task<View> RunAsync(Input input, Func<string, string> words, CancellationToken cancel = default) => gate.ChangeAsync(Permission.ExportHouseholds, db =>
    {
        input.MustMeet(new InputRules());
        return new ExportWriting(db, vault, clock, input, words).WriteAsync(Guid.CreateVersion7(), null, cancel);
    });

    internal static async Task<IQueryable<Household>> ChosenAsync(AppDb db, Input input, DateOnly today, CancellationToken cancel)
    {
        var households = db.Households.AsNoTracking().AsQueryable();
        if (input.VillageId is { } village) households = households.Where(h => h.VillageId == village);
        if (input.GroupId is { } group) households = households.Where(h => h.GroupId == group);
        if (!input.WithEnded) households = households.Where(h => h.LeftOn == null || h.LeftOn > today);
        if (SearchTerm.Of(input.Search) is not { } term) return households;
        var found = await HouseholdSearch.ReadAsync(db, new(term.Text, db.Actor.ScopeOf(Permission.ExportHouseholds)!, today, input.VillageId, input.GroupId, input.WithEnded, null, int.MaxValue), cancel);
        var ids = found.Where(f => !f.ByPolicy).Select(f => f.HouseholdId).ToList();
        return households.Where(h => ids.Contains(h.Id));
    }
}

/// <summary>A row for each household, or for each member.</summary>
public enum ExportKind { List = 1, Roster = 2 }

/// <summary>What an export holds to.</summary>
public enum ExportRule
{
    /// <summary>More than a thousand rows with numbers in clear are not one person's to take out.</summary>
    AboveAThousandASecondPersonDecides,

    /// <summary>What one person may take out alone is not asked for.</summary>
    OneMayTakeItOutAlone,

    /// <summary>A file that was written in the background is kept for a day.</summary>
    TheFileIsKeptForADay,
}
