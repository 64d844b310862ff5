using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Data;

public class NumberRegisterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly Actor _office = Someone.InTheCounty(Role.CountyOffice);

    [Fact]
    public async Task Twenty_takers_at_once_get_twenty_numbers_without_a_gap_and_one_who_fails_leaves_none()
    {
        var ends = await Task.WhenAll(Enumerable.Range(1, 25).Select(n => n % 5 == 0 ? FailAsync() : TakeAsync(NumberKind.Agreement, 2026)));

        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"\u5148\u534f\u30142026\u3015{n:000}\u53f7"), ends.OfType<string>().Order());

        async Task<string?> FailAsync()
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => database.GateFor(_office).ChangeAsync<string?>(Permission.DecideAgreements, async db =>
            {
                await db.TakeNumberAsync(NumberKind.Agreement, 2026);
                throw new InvalidOperationException();
            }));
            return null;
        }
    }

    [Fact]
    public async Task Each_kind_and_year_counts_for_itself_and_two_in_one_act_follow_each_other()
    {
        var two = await database.GateFor(_office).ChangeAsync(Permission.DecideAgreements, async db =>
            new[] { await db.TakeNumberAsync(NumberKind.Certificate, 2026), await db.TakeNumberAsync(NumberKind.Certificate, 2026) });

        Assert.Equal(["001", "002"], two.Select(n => n[^4..^1]));
        Assert.EndsWith("2027\u3015001\u53f7", await TakeAsync(NumberKind.Certificate, 2027));
        Assert.EndsWith("2026\u3015001\u53f7", await TakeAsync(NumberKind.Notice, 2026));
    }

    [Fact]
    public async Task A_new_year_goes_on_with_the_prefix_of_the_year_before()
    {
        await database.GateFor(_office).ChangeAsync(Permission.DecideAgreements, db =>
        {
            db.NumberSeries.Add(new NumberSeries(Guid.CreateVersion7(), NumberKind.Review, 2025, "Own-"));
            return Task.CompletedTask;
        });

        Assert.StartsWith("Own-\u30142026", await TakeAsync(NumberKind.Review, 2026));
    }

    private async Task<string?> TakeAsync(NumberKind kind, int year) =>
        await database.GateFor(_office).ChangeAsync(Permission.DecideAgreements, db => db.TakeNumberAsync(kind, year));
}
