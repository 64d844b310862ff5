using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Checks all lists of a folder, and lets them answer each other's questions. Three times through the files: who is listed where, what is wrong, who can tell.</summary>
internal sealed class FolderCheck(string folder, bool testRegionAllowed, DateOnly today)
{
    private readonly List<(string File, Finding Finding)> _findings = [];
    private readonly List<RosterIssue> _refused = [];
    private readonly Dictionary<string, int> _named = [];
    private readonly HashSet<string> _rosters = [];

    /// <summary>What the lists leave open.</summary>
    public Questions Questions { get; } = new();

    /// <summary>What was found, file by file and row by row; first the files that are refused as a whole.</summary>
    public IReadOnlyList<RosterIssue> Issues =>
    [
        .. _refused, .. _findings.Where(f => !_refused.Exists(r => r.File == f.File))
            .Select(f => new RosterIssue(f.File, f.Finding.Row, f.Finding.Column, f.Finding.Handling, f.Finding.Value, f.Finding.Reason.Code())),
    ];

    /// <summary>Checks the files. The register's villages are certain; its people may answer the questions afterwards.</summary>
    public void Check(IEnumerable<string> villagesOfRegister)
    {
        var files = Directory.EnumerateFiles(folder).Where(IsOurs).Order(StringComparer.Ordinal).ToList();
        var anybody = new ReadingRules(new([]), testRegionAllowed, today);
        foreach (var file in files) Each(file, (rows, shape) => NoteVillages(file, rows, shape, anybody), tells: true);
        files.RemoveAll(IsRefused);
        var rules = anybody with { Villages = new(_rosters.Concat(villagesOfRegister), _named) };
        foreach (var file in files) Each(file, (rows, shape) => CheckSheet(file, new(rows, shape, rules, VillageOf(file, shape))), tells: true);
        files.RemoveAll(IsRefused);
        if (Questions.Count == 0) return;
        foreach (var file in files) Each(file, (rows, shape) => ConsiderSheet(new(rows, shape, rules, VillageOf(file, shape))), tells: false);
    }

    // What office programs leave beside the files they have open is none.
    private static bool IsOurs(string file) => Path.GetFileName(file) is not (['~', ..] or ['.', ..]);

    private bool IsRefused(string file) => _refused.Exists(r => r.File == Path.GetFileName(file));

    private static string? VillageOf(string file, SheetShape shape) => shape.Kind == RosterKind.VillageRoster ? VillageOfRoster.Find(file, shape.Title) : null;

    private void Each(string path, Action<TableRows, SheetShape> take, bool tells)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = SheetFile.Open(SheetSource.OfFile(path));
            var found = false;
            foreach (var (_, shape, rows) in RosterSheets.Open(file))
                using (rows)
                {
                    found = true;
                    take(rows, shape);
                }
            if (!found) throw new RefusedFile(FileFault.NoHeader);
        }
        catch (RefusedFile no)
        {
            if (tells) _refused.Add(new(name, no.Row, no.Column ?? "", RosterHandling.Reject, "", no.Fault.Code()));
        }
    }

    private void NoteVillages(string file, TableRows rows, SheetShape shape, ReadingRules rules)
    {
        if (VillageOf(file, shape) is { } village) _rosters.Add(village);
        // A file that breaks off or is too long is refused before anything is made of it.
        if (!shape.Has(RosterField.Village))
            while (rows.Read()) { }
        else for (var lines = new RosterLines(rows, shape, rules); lines.Read();)
            if (lines.Line.Known(RosterField.Village) is { } name) _named[name] = _named.GetValueOrDefault(name) + 1;
    }

    private void CheckSheet(string file, SheetCheck check)
    {
        var days = new IssueDays();
        while (check.Read())
        {
            days.Take(check.Line, check.Findings);
            _findings.AddRange(check.Findings.Select(finding => (Path.GetFileName(file), finding)));
            foreach (var question in check.Questions.Where(q => !q.Finding.IsAnswered)) Questions.Add(question);
        }
        days.Propose();
    }

    private void ConsiderSheet(SheetCheck check)
    {
        while (check.Read())
            if (check.Line.Kind == LineKind.Data) Questions.Consider(check.Facts);
    }
}
