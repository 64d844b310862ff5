using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>The insurer's reviewer lays a statement beside the recorded premiums and explains what differs; a colleague closes it on a phone.</summary>
public sealed class ReconciliationJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const string Close = "办结对账", Explanation = "收据次日补录";

    [Fact]
    public async Task Differences_are_explained_by_who_brought_the_file_and_closed_by_a_colleague()
    {
        var address = await BringAndExplainAsync();
        await using var colleague = await chromium.OpenAsync(product, phone: true);
        await colleague.EnterAsync("insurer2");
        await colleague.Page.Locator($"main a[href='{address}']").TapAsync();
        await Expect(colleague.Page.Locator("tbody tr", new() { HasText = Explanation })).ToHaveCountAsync(2);
        await colleague.CheckAsync();
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = Close }).TapAsync();
        await colleague.Page.Locator(".confirm button").First.TapAsync();
        await Expect(colleague.Page.Locator("h1 .mark")).ToHaveTextAsync("已办结");
        await Expect(colleague.Page.Locator("thead input[type=checkbox]")).ToHaveCountAsync(0);
        await colleague.GoAsync("/");
        await Expect(colleague.Page.Locator($"main a[href='{address}']")).ToHaveCountAsync(0);
    }

    // The address of the reconciliation, which who brought it cannot close.
    private async Task<string> BringAndExplainAsync()
    {
        var statement = await product.AtTheCommandLineAsync(StatementAsync);
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync("insurer");
        await window.GoAsync("/reconciliations");
        await window.CheckAsync();
        await window.Page.FillAsync("#from", statement.Day);
        await window.Page.FillAsync("#to", statement.Day);
        await window.Page.SetInputFilesAsync("#file", new FilePayload { Name = "bank.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(statement.Rows) });
        await window.Page.ClickAsync("main form button[type=submit]");
        await window.Page.WaitForURLAsync("**/reconciliations/*-*");
        await window.LiveAsync();
        await Expect(window.Page.Locator("h1 .mark")).ToHaveTextAsync("2 笔待说明");
        await Expect(window.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(window.Page.Locator("tbody tr", new() { HasText = "金额不符" }).Locator(".differs")).ToHaveCountAsync(2);
        await Expect(window.Page.Locator("tbody tr", new() { HasText = "系统未登记" })).ToContainTextAsync(statement.MissingHere);
        await Expect(window.Page.Locator("nav.chips a", new() { HasText = "一致" }).Locator("b")).ToHaveTextAsync(statement.Matching.ToString(CultureInfo.InvariantCulture));
        await window.CheckAsync();

        await window.Page.Locator("thead input[type=checkbox]").CheckAsync();
        await window.Page.FillAsync("#explanation", Explanation);
        await window.CheckAsync();
        await window.Page.Locator("#explanation").PressAsync("Control+s");
        await Expect(window.Page.Locator("tbody tr", new() { HasText = Explanation })).ToHaveCountAsync(2);
        await Expect(window.Page.Locator("main")).ToContainTextAsync("由未上传、未说明的同事办结");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = Close })).ToHaveCountAsync(0);
        var address = window.Path;
        await window.GoAsync("/");
        // It tells that the comparison is done, and asks nobody to close what he brought himself.
        await Expect(window.Page.Locator("main tr", new() { Has = window.Page.Locator($"a[href='{address}']") })).ToHaveCountAsync(1);
        return address;
    }

    // A day's premiums as a bank might list them: the first with another amount, and one more that nobody recorded.
    private static async Task<Statement> StatementAsync(IServiceProvider services)
    {
        var year = services.GetRequiredService<TimeProvider>().Today().Year;
        var booked = await services.GetRequiredService<AppDbGate>().ReadAsync(Permission.ReconcilePremiums, async db =>
        {
            var own = (await db.SchemeOfAsync(year)).Rules.Policies.OwnInsurer;
            var all = from payment in db.Payments
                      join policy in db.Policies on payment.PolicyId equals policy.Id
                      where policy.Insurer == own && (payment.Kind == PaymentKind.Receipt || payment.Kind == PaymentKind.TopUp)
                      select new { Receipt = payment.Number, Policy = policy.Number, payment.BookedOn, payment.AmountFen };
            var day = await all.GroupBy(p => p.BookedOn).Where(g => g.Count() >= 3 && g.Count() <= 40).OrderByDescending(g => g.Key).Select(g => g.Key).FirstAsync();
            return await all.Where(p => p.BookedOn == day).OrderBy(p => p.Receipt).ToListAsync();
        }, default);
        var missing = $"{booked[0].Receipt}X";
        string Row(string receipt, long fen) => string.Create(CultureInfo.InvariantCulture, $"{receipt},{booked[0].Policy},{booked[0].BookedOn:yyyy-MM-dd},{fen / 100m:0.00}\n");
        var rest = booked.Skip(1).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Receipt},{b.Policy},{b.BookedOn:yyyy-MM-dd},{b.AmountFen / 100m:0.00}\n"));
        return new(booked[0].BookedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"收据号,保单号,入账日期,金额\n{Row(booked[0].Receipt, booked[0].AmountFen + 100)}{string.Concat(rest)}{Row(missing, 7_00)}", missing, booked.Count - 1);
    }

    private sealed record Statement(string Day, string Rows, string MissingHere, int Matching);
}
