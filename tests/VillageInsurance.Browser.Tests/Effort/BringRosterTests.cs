using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Effort;

/// <summary>A roster of 300 rows, ten of them faulty: one upload, 290 rows in at the first pass, then from faulty cell to faulty cell.</summary>
public sealed class BringRosterTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const int Rows = 300, Faulty = 10, Adopted = 6;

    [Fact]
    public async Task From_home_to_all_rows_stored()
    {
        await using var window = await chromium.OpenAsync(product);
        await Hand.WatchAsync(window.Page);
        await window.EnterAsync("agent");
        var menu = window.Page.Locator("nav a[href='/rosters']");
        await Expect(menu).ToBeVisibleAsync();
        // Signing in and the first page come before the count.
        await window.Page.EvaluateAsync("sessionStorage.setItem('acts', window.__acts = 0)");
        var (hand, fields) = (new Hand(window.Page), new FieldsShown(window.Page));

        await hand.ClickAsync(menu);
        await Expect(window.Page.Locator("#file")).ToBeVisibleAsync();
        await fields.LookAsync();
        await hand.FileAsync(window.Page.Locator("#file"), "roster.csv", Encoding.UTF8.GetBytes(Sheet()));
        await hand.ClickAsync(window.Page.Locator("form[action='/rosters/upload'] button[type=submit]"));
        await window.Page.WaitForURLAsync("**/rosters/*-*");
        var id = Guid.Parse(new Uri(window.Page.Url).Segments[^1]);
        await Expect(window.Page.Locator("[data-shortcut=save]")).ToContainTextAsync((Rows - Faulty).ToString(CultureInfo.InvariantCulture));
        await window.CheckAsync();
        await hand.DecideAsync("Control+s");
        await StoredAsync(id, Rows - Faulty);
        for (var i = 0; i < Faulty; i++)
        {
            var cell = window.Page.Locator(".roster-rows tbody tr input").First;
            await Expect(window.Page.Locator(".roster-rows tbody tr input")).ToHaveCountAsync(Faulty - i);
            await Expect(cell).ToBeFocusedAsync();
            if (i == 0) await fields.LookAsync();
            if (i >= Adopted) await hand.DataAsync($"\u5CA9\u6E29");
            await hand.KeyAsync("Enter");
        }
        await StoredAsync(id, Rows);
        await hand.CheckAsync();
        Budget.Check("roster of 300 rows", hand, fields);
    }

    // Heads with their own households; six birth dates without a day, which the ID number tells, and four names that nobody can know.
    private static string Sheet()
    {
        var text = new StringBuilder("\u6237\u53F7,\u59D3\u540D,\u8EAB\u4EFD\u8BC1\u53F7,\u51FA\u751F\u65E5\u671F,\u4E0E\u6237\u4E3B\u5173\u7CFB\n");
        for (var i = 0; i < Rows; i++)
        {
            var born = new DateOnly(1950, 1, 1).AddDays(i * 61);
            var digits = string.Create(CultureInfo.InvariantCulture, $"999999{born:yyyyMMdd}{900 + i % 99:000}");
            var date = i < Adopted ? born.ToString("yyyy.M", CultureInfo.InvariantCulture) : born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"E5{i:0000},{(i is >= Adopted and < Faulty ? "" : "\u5CA9\u53EB")},{digits}{IdNumber.CheckCharacter(digits)},{date},\u6237\u4E3B\n");
        }
        return text.ToString();
    }

    // No effort is counted for a wrong record.
    private async Task StoredAsync(Guid id, int rows)
    {
        for (var i = 0; ; i++)
        {
            var stored = await product.AtTheCommandLineAsync(async services => (await services.GetRequiredService<RosterDetail>().RunAsync(id, default)).StoredRows);
            if (stored == rows) return;
            Assert.True(i < 40, $"{stored} of {rows} rows are stored.");
            await Task.Delay(500);
        }
    }
}
