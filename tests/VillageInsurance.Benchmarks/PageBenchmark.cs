namespace VillageInsurance.Benchmarks;

/// <summary>The first answer of every page over the demo county: as the very first request after a start, and for every role that reaches it, later.</summary>
internal static class PageBenchmark
{
    private const double Target = 500;
    private const string Password = "Lancang-9-Terrace";

    private static readonly string[] UserNames = ["office", "leader", "township", "cadre", "supervisor", "agent", "insurer", "sysadmin", "secadmin", "auditor"];

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-pages-").FullName;
        var (app, migrator) = await server.NewEmptyAsync();
        var walks = new List<(PageVisitor Visitor, PageRoute Route, string Path)>();
        var warm = new List<(PageRoute Route, string Who, double Time)>();
        using (var product = await ServedProduct.StartAsync(app, migrator, folder))
        {
            foreach (var visitor in UserNames.Select(name => new PageVisitor(name)))
                walks.AddRange((await visitor.WalkAsync(product.Address, Password, PageRoute.All)).Select(found => (visitor, found.Key, found.Value)));
            foreach (var (visitor, route, path) in walks)
            {
                var times = new List<double>();
                for (var i = 0; i < rounds; i++) times.Add(await visitor.AskAsync(product.Address, route, path));
                warm.Add((route, visitor.UserName, Results.Median(times)));
            }
        }
        var starts = new List<double>();
        foreach (var route in PageRoute.All)
        {
            if (walks.Find(w => w.Route == route) is not { Visitor: { } visitor } found)
            {
                results.Missing($"page-{route.Name}-ms", Target, "no role was led to it");
                continue;
            }
            var slowest = warm.Where(w => w.Route == route).MaxBy(w => w.Time);
            using var product = await ServedProduct.StartAsync(app, migrator, folder);
            starts.Add(product.StartedIn.TotalSeconds);
            results.AtMost($"page-{route.Name}-first-ms", await visitor.AskAsync(product.Address, route, found.Path), Target, $"the first request after a start, {visitor.UserName}");
            results.AtMost($"page-{route.Name}-ms", slowest.Time, Target, $"the slowest of {warm.Count(w => w.Route == route)} roles: {slowest.Who}, median of {rounds}");
        }
        results.AtMost("start-seconds", Results.Median(starts), 15, $"until it listens, without PostgreSQL's own start, median of {starts.Count}");
        Directory.Delete(folder, recursive: true);
    }
}
