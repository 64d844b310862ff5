namespace VillageInsurance.Domain.Acceptance;

/// <summary>The days that figures are counted for: from 1 January of the year to <paramref name="AsOf"/>, with what was known on <paramref name="KnownAt"/>.</summary>
public readonly record struct FigurePeriod(DateOnly AsOf, DateOnly KnownAt)
{
    /// <summary>The first day of the period.</summary>
    public DateOnly Start => new(AsOf.Year, 1, 1);

    /// <summary>A migrant who arrived by this day counts: six calendar months back, or that month's last day.</summary>
    public DateOnly SixMonthsBack => AsOf.AddMonths(-6);

    /// <summary>A whole year, known a month later.</summary>
    public static FigurePeriod Of(int year) => Until(new DateOnly(year, 12, 31));

    /// <summary>Until this day, known 31 days later.</summary>
    public static FigurePeriod Until(DateOnly asOf) => new(asOf, asOf.AddDays(31));
}
