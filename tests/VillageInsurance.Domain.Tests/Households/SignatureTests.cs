using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Households;

public sealed class SignatureTests
{
    [Fact]
    public void Lines_become_a_path_and_are_kept_as_they_were()
    {
        var signature = Signature.Of("10,20 110,20 110,90;300,0 300,400");

        Assert.Equal("M10 20L110 20L110 90M300 0L300 400", signature.ToPath());
        Assert.Equal("10,20 110,20 110,90;300,0 300,400", signature.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("500,200")]
    [InlineData("10,10 150,10")]
    [InlineData("10,10 20,20;x")]
    [InlineData("0,0 1001,0 0,0")]
    [InlineData("0,0 0,401 0,0")]
    [InlineData("0,0 -5,200 900,0")]
    [InlineData("0,0 1e3,200 900,0")]
    [InlineData("0,0 00500,200 900,0")]
    [InlineData("0,0,900 900,0")]
    [InlineData("<script>alert(1)</script>")]
    public void What_signs_nothing_is_refused(string? text) =>
        Assert.Equal(ConsentRule.ASignatureIsDrawn, Assert.Throws<RuleBroken>(() => Signature.Of(text)).Rule);

    [Fact]
    public void Too_many_points_are_refused()
    {
        static string Points(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => $"{i % 1000},{i % 400}"));

        Assert.NotNull(Signature.TryRead(Points(Signature.MostPoints)));
        Assert.Null(Signature.TryRead(Points(Signature.MostPoints + 1)));
        Assert.Null(Signature.TryRead(new string(' ', Signature.MostLetters + 1)));
    }

    [Fact]
    public void The_longest_one_fits_its_letters() =>
        Assert.NotNull(Signature.TryRead(string.Join(' ', Enumerable.Repeat("1000,400", Signature.MostPoints))));

    [Fact]
    public void Nothing_that_is_sent_can_break_it()
    {
        const string Letters = "0123456789,; -x林";
        var random = new Random(20261201);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (Signature.TryRead(text) is not { } drawn) continue;
            read++;
            Assert.Equal(drawn.ToPath(), Signature.TryRead(drawn.ToString())!.ToPath());
        }
        Assert.True(read > 1000);
    }
}
