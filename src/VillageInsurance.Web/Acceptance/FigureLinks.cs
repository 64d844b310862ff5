using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Acceptance;

/// <summary>Addresses of the lists behind figures. Null where the viewer may not open the list.</summary>
internal static class FigureLinks
{
    public static readonly FigureSet[] Hints = [FigureSet.CoveredStudents, FigureSet.UncoveredStudents, FigureSet.RegularHouseholds, FigureSet.HouseholdsWithoutRegular];

    /// <summary>The list, for the same days.</summary>
    public static string? To(Guid areaId, FigureSet? set, FigureDays days, ListSight sight) =>
        set is not { } list || sight == ListSight.None || (sight == ListSight.Households && Hints.Contains(list)) ? null : $"/villages/{areaId}/lists/{list}?{days.Query}";

    /// <summary>The numerator's list: persons or households that reach it. Sums of money have none.</summary>
    public static FigureSet? Part(string key) => key switch
    {
        "Students" => FigureSet.CoveredStudents,
        "Households" => FigureSet.RegularHouseholds,
        _ => null,
    };

    /// <summary>The denominator's list.</summary>
    public static FigureSet? Whole(string key) => key switch
    {
        "Students" => FigureSet.Students,
        "Accident" or "Life" => FigureSet.People,
        "Households" or "AnyCover" => FigureSet.Households,
        _ => null,
    };

    /// <summary>Who is still missing.</summary>
    public static FigureSet? Rest(string key) => key switch
    {
        "Students" => FigureSet.UncoveredStudents,
        "Households" => FigureSet.HouseholdsWithoutRegular,
        _ => null,
    };

    /// <summary>The list that tells most about the indicator, among those that open.</summary>
    public static string? Best(Guid areaId, IndicatorLine line, FigureDays days, ListSight sight) =>
        To(areaId, Rest(line.Key), days, sight) ?? To(areaId, Whole(line.Key), days, sight);
}
