using System.Diagnostics;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Benchmarks;

/// <summary>Finding households among 420,000 residents as whoever may see the whole county: a name's middle that nobody has against the look-up of one blind index, a page deep in the list and a household's page against the same reads sent raw in the same frame.</summary>
internal static class FindBenchmark
{
    private const double SearchTarget = 10, PageTarget = 2.0, HouseholdTarget = 2.7;
    private const int Residents = 420_000, Times = 20;
    private const string Nobody = "\u946B\u946B";

    public static async Task RunAsync(BenchDatabase database, ScaledCounty county, Results results, int rounds)
    {
        await using (database)
        {
            var vault = new Vault(ColumnKeys.Random());
            await ImportBenchmark.ProductAsync(database, county.Folder, vault);
            await using var superuser = NpgsqlDataSource.Create(database.Superuser);
            await using var app = NpgsqlDataSource.Create(database.App);
            var household = await FirstAsync<Guid>(superuser, "select h.id from households h where h.left_on is null order by h.number offset 5000 limit 1");
            await GrowAsync(superuser);
            await Maintenance.VacuumAsync(database.Migrator);
            var residents = await FirstAsync<long>(superuser, "select count(*) from persons");
            if (residents < Residents) throw new InvalidOperationException($"Only {residents} residents.");
            var middle = await FirstAsync<string>(superuser, "select number from households order by number offset (select count(*) / 2 from households) limit 1");

            var gate = new AppDbGate(ConnectionSettings.OptionsFor(database.App), new Everywhere(), TimeProvider.System);
            var (list, detail) = (new HouseholdList(gate, TimeProvider.System), new HouseholdDetail(gate, vault, TimeProvider.System));
            var index = vault.IndexOf("999999199001010000");
            var search = await CompareAsync(rounds, async () =>
            {
                if ((await list.RunAsync(new(Search: Nobody), CancellationToken.None)).Rows.Count > 0) throw new InvalidOperationException("Somebody has that name.");
            }, () => RawAsync(app, ("select id from persons where id_number_index = $1", [index])));
            results.AtMost("search-no-hit-to-blind-index", search.Ratio, SearchTarget, $"{residents} residents, search {search.Product:0.00} ms, blind index {search.Raw:0.00} ms, median of {rounds}");

            var page = await CompareAsync(rounds, () => list.RunAsync(new(AfterNumber: middle), CancellationToken.None), () => RawAsync(app, (PageSql, [middle, DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(20_500))]), (PlacesSql, [])));
            results.AtMost("household-list-to-raw", page.Ratio, PageTarget, $"50 in the middle, product {page.Product:0.00} ms, raw {page.Raw:0.00} ms");

            var file = await CompareAsync(rounds, () => detail.RunAsync(household, CancellationToken.None), () => RawAsync(app, [.. HouseholdReads.Select(sql => (sql, new object[] { household }))]));
            results.AtMost("household-page-to-raw", file.Ratio, HouseholdTarget, $"product {file.Product:0.00} ms, raw {file.Raw:0.00} ms, {HouseholdReads.Length} queries");
        }
    }

    private const string PageSql = """
        select h.*, (select a.name from areas a where a.id = h.group_id limit 1),
            (select count(*) from memberships m where m.household_id = h.id and m.joined_on <= $2 and (m.left_on is null or m.left_on > $2))
        from households h where (h.left_on is null or h.left_on > $2) and h.number > $1 order by h.number limit 51
        """;

    private const string PlacesSql = "select v.id, v.name, t.name from areas v join areas t on t.id = v.parent_id where v.id = any(array(select id from areas where level = (select min(level) from areas) limit 3))";

    // What the page shows, as the product reads it.
    private static readonly string[] HouseholdReads =
    [
        """
        select h.*, v.id, v.name, t.name, (select a.name from areas a where a.id = h.group_id limit 1)
        from households h join areas v on v.id = h.village_id join areas t on t.id = v.parent_id where h.id = $1
        """,
        "select m.*, p.* from memberships m left join persons p on p.id = m.person_id where m.household_id = $1 order by m.joined_on",
        """
        select x.*, d.name from policies x join products d on d.id = x.product_id
        where x.insured_id = any(array(select person_id from memberships where household_id = $1)) or x.holder_id = any(array(select person_id from memberships where household_id = $1))
        order by x.issue_date desc, x.number
        """,
        """
        select f.* from payments f where f.policy_id = any(array(select x.id from policies x
            where x.insured_id = any(array(select person_id from memberships where household_id = $1)) or x.holder_id = any(array(select person_id from memberships where household_id = $1))))
        order by f.booked_on, f.number
        """,
        "select x.*, s.name from visits x join staff_members s on s.id = x.agent_id where x.household_id = $1 order by x.on_day desc, x.recorded_at desc limit 50",
        "select * from consents where household_id = $1",
        "select kind, on_day, loss_fen, paid_by from risk_records where household_id = $1 order by on_day desc limit 50",
        "select id, version, insurer, kind, person_id, premium_fen, pay_mode, due_month from covers_elsewhere where household_id = $1 and ended_on is null order by id limit 50",
    ];

    // A second county beside the first, and a part of a third: the same names, other keys.
    private static async Task GrowAsync(NpgsqlDataSource superuser)
    {
        await using var connection = await superuser.OpenConnectionAsync();
        foreach (var sql in new[]
        {
            "create temp table more_households as select h.id, k, gen_random_uuid() as new_id from households h, generate_series(1, 2) k where k = 1 or hashtext(h.number) % 2 = 0",
            "create temp table more_persons as select p.id, k, gen_random_uuid() as new_id from persons p, generate_series(1, 2) k",
            """
            insert into households (id, version, village_id, group_id, number, kind, head_name, phone_cipher, phone_index, joined_on, left_on, left_reason)
            select n.new_id, 0, h.village_id, h.group_id, h.number || n.k, h.kind, h.head_name, h.phone_cipher, h.phone_index, h.joined_on, h.left_on, h.left_reason from more_households n join households h on h.id = n.id
            """,
            """
            insert into persons (id, version, village_id, group_id, id_number_cipher, id_number_index, name, sex, birth_date)
            select n.new_id, 0, p.village_id, p.group_id, p.id_number_cipher, sha256(n.new_id::text::bytea), p.name, p.sex, p.birth_date from more_persons n join persons p on p.id = n.id
            """,
            """
            insert into memberships (id, version, village_id, group_id, number, person_id, household_id, relation, residence, joined_on, join_reason, left_on, left_reason, known_on)
            select gen_random_uuid(), 0, m.village_id, m.group_id, m.number || p.k, p.new_id, h.new_id, m.relation, m.residence, m.joined_on, m.join_reason, m.left_on, m.left_reason, m.known_on
            from memberships m join more_persons p on p.id = m.person_id join more_households h on h.id = m.household_id and h.k = p.k
            """,
        })
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<T> FirstAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RawAsync(NpgsqlDataSource source, params (string Sql, object[] Values)[] queries)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var set = new NpgsqlCommand("set local app.villages = 'all'", connection)) await set.ExecuteNonQueryAsync();
        foreach (var (sql, values) in queries)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync()) _ = row.GetValue(0);
        }
    }

    // Both take turns, and ratios are taken within a round. The first round is not measured.
    private static async Task<(double Ratio, double Product, double Raw)> CompareAsync(int rounds, Func<Task> product, Func<Task> raw)
    {
        var times = new List<(double Product, double Raw)>();
        for (var round = 0; round <= rounds; round++)
        {
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                ours.Add(await MeasureAsync(product));
                theirs.Add(await MeasureAsync(raw));
            }
            if (round > 0) times.Add((Results.Median(ours), Results.Median(theirs)));
        }
        return (Results.Median(times.Select(t => t.Product / t.Raw)), Results.Median(times.Select(t => t.Product)), Results.Median(times.Select(t => t.Raw)));
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private sealed class Everywhere : ICurrentActor
    {
        private static readonly Actor Agent = new(StaffMember.CommandLineId, "bench", [new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), DataScope.WholeCounty, From: default)], new(2026, 3, 1));

        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(Agent);
    }
}
