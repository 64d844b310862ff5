namespace VillageInsurance.UseCases.Rosters;

/// <summary>Counts rows by the worst that was found in them.</summary>
internal sealed class RosterTally
{
    private int _clean, _fixed, _asked, _rejected, _changing, _passedOver;

    public RosterCounts Counts => new(_clean, _fixed, _asked, _rejected, _changing, _passedOver);

    public void Take(RosterLine line, IReadOnlyList<Finding> findings)
    {
        if (line.Kind != LineKind.Data)
        {
            _passedOver++;
            return;
        }
        if (findings.Any(f => f.Handling == RosterHandling.Change)) _changing++;
        _ = findings.Select(f => f.Handling).Where(h => h != RosterHandling.Change).DefaultIfEmpty(line.IsRepeated ? RosterHandling.Fix : RosterHandling.Clean).Max() switch
        {
            RosterHandling.Clean => _clean++,
            RosterHandling.Fix => _fixed++,
            RosterHandling.Ask => _asked++,
            _ => _rejected++,
        };
    }
}
