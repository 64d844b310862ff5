using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Tests.Data;

public sealed class RowIdTests
{
    [Fact]
    public void Ids_are_told_apart_across_threads_and_are_of_version_7()
    {
        var ids = Enumerable.Range(0, 8).AsParallel().SelectMany(_ => Enumerable.Range(0, 10_000).Select(_ => RowId.Next())).ToList();
        Assert.Equal(80_000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((7, 8), (id.Version, id.Variant & 0xC)));
    }

    [Fact]
    public void Ids_stand_in_the_order_of_their_time()
    {
        var before = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddMilliseconds(-1));
        var id = RowId.Next();
        var after = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddMilliseconds(1));
        Assert.True(before.CompareTo(id) < 0 && id.CompareTo(after) < 0);
    }
}
