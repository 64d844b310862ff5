using FluentValidation;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The households or persons behind a figure, page by page. It stays inside the viewer's area: a policy or a holder of another village, which the
/// figure counts, may not be seen here.</summary>
public sealed class FigureList(AppDbGate gate)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The village, or one of its groups; the same days as the figure; what is listed; and where the last page ended.</summary>
    public sealed record Input(Guid VillageId, Guid? GroupId, DateOnly AsOf, DateOnly KnownAt, FigureSet Set, string? AfterNumber = null, Guid? AfterPersonId = null);

    /// <summary>Nothing is known before it happens.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>The days in their order, a set that exists.</summary>
        public InputRules()
        {
            RuleFor(i => i.KnownAt).GreaterThanOrEqualTo(i => i.AsOf);
            RuleFor(i => i.Set).IsInEnum();
        }
    }

    /// <summary>A page, and whether another follows.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>A household, or a person in it.</summary>
    public sealed record Row(Guid HouseholdId, string Number, string HeadName, Guid? PersonId, string? PersonName);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var place = new FigurePlace(input.VillageId, input.GroupId);
        if (db.Actor.ScopeOf(Permission.ViewHouseholds)?.Covers(place) != true) throw new NotFound(nameof(Area), input.GroupId ?? input.VillageId);
        // Who is covered and who is not is a sales hint: only who sees policies there may list it.
        if (SetOf(input.Set).IsSalesHint && !db.Actor.May(Permission.ViewPolicies, place)) throw new NotPermitted(Permission.ViewPolicies);
        var scheme = await db.SchemeOfAsync(input.AsOf.Year, cancel);
        (string, Guid)? after = input.AfterNumber is null ? null : (input.AfterNumber, input.AfterPersonId ?? Guid.Empty);
        var found = await FigureListQuery.ReadAsync(db, SetOf(input.Set).Sql, place, new(input.AsOf, input.KnownAt), scheme.Rules.Policies, after, PageSize + 1, cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.HouseholdId, f.Number, f.HeadName, f.PersonId, f.PersonName))], found.Count > PageSize);
    }, cancel);

    private static (string Sql, bool IsSalesHint) SetOf(FigureSet set) => set switch
    {
        FigureSet.Households => (FigureListQuery.Households, false),
        FigureSet.People => (FigureListQuery.People, false),
        FigureSet.Students => (FigureListQuery.Students, false),
        FigureSet.CoveredStudents => (FigureListQuery.CoveredStudents, true),
        FigureSet.UncoveredStudents => (FigureListQuery.UncoveredStudents, true),
        FigureSet.RegularHouseholds => (FigureListQuery.RegularHouseholds, true),
        _ => (FigureListQuery.HouseholdsWithoutRegular, true),
    };
}

/// <summary>What a list behind a figure holds.</summary>
public enum FigureSet { Households, People, Students, CoveredStudents, UncoveredStudents, RegularHouseholds, HouseholdsWithoutRegular }
