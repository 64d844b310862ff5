using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>The clock of the sample year. It stands where the demo puts it and only goes forward; each look at it is a second later, so that what follows comes after.</summary>
internal sealed class DemoClock(DateOnly day) : TimeProvider
{
    private DateTimeOffset _now = MorningOf(day);

    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);

    /// <summary>Goes on to the morning of this day.</summary>
    public void Reach(int year, int month, int day)
    {
        var morning = MorningOf(new(year, month, day));
        if (morning < _now) throw new InvalidOperationException($"The sample year goes forward only: {morning:yyyy-MM-dd} is past.");
        _now = morning;
    }

    private static DateTimeOffset MorningOf(DateOnly day) => new DateTimeOffset(day, new(9, 0), Clock.Offset).ToUniversalTime();
}
