using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Finds villages of the viewer's area by a part of their name or the beginning of their code, and says whether households are to be found, too.</summary>
public sealed class FindPlaces(AppDbGate gate)
{
    /// <summary>The most that is shown.</summary>
    public const int Most = 20;

    /// <summary>What is looked for.</summary>
    public sealed record Input(string Search);

    /// <summary>Short.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>A name or code at most.</summary>
        public InputRules() => RuleFor(i => i.Search).MaximumLength(40);
    }

    /// <param name="FindsHouseholds">Whether the viewer may see households anywhere.</param>
    public sealed record View(IReadOnlyList<PlaceName> Villages, bool FindsHouseholds);

    /// <summary>Reads the villages in the order of their codes, at most twenty.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAreas, async db =>
    {
        input.MustMeet(new InputRules());
        var term = input.Search.Trim();
        var scope = db.Actor.ScopeOf(Permission.ViewAreas)!;
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var found = term.Length == 0 ? [] : await (from village in db.Areas.AsNoTracking()
                                                   where village.Level == AreaLevel.Village && village.ValidTo == null && (county || ids.Contains(village.Id)) && (village.Name.Contains(term) || village.Code!.StartsWith(term))
                                                   join township in db.Areas on village.ParentId equals township.Id
                                                   orderby village.Code
                                                   select new PlaceName(village.Id, village.Name, township.Name, null)).Take(Most).ToListAsync(cancel);
        return new View(found, db.Actor.ScopeOf(Permission.ViewHouseholds) is not null);
    }, cancel);
}
