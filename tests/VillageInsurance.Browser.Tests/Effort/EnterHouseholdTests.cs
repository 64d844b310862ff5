using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Effort;

/// <summary>A household of four with two policies and their first premiums, in one view: by keyboard alone on a PC, and on a phone.</summary>
public sealed class EnterHouseholdTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private static readonly (string Name, DateOnly Born, int Order)[] Family =
        [("\u5CA9\u6E29\u4E09", new(1984, 7, 1), 311), ("\u7389\u9999\u4E09", new(1986, 6, 4), 412), ("\u5CA9\u7F55\u4E09", new(2012, 9, 11), 661), ("\u7389\u7F55\u4E09", new(2021, 2, 27), 396)];

    [Theory]
    [InlineData(false, "household by keyboard")]
    [InlineData(true, "household on a phone")]
    public async Task From_home_to_the_saved_file(bool phone, string task)
    {
        await using var window = await chromium.OpenAsync(product, phone);
        await Hand.WatchAsync(window.Page);
        await window.EnterAsync("agent");
        await Expect(window.Page.Locator("[data-shortcut=new]")).ToBeVisibleAsync();
        // Signing in and the first page come before the count.
        await window.Page.EvaluateAsync("sessionStorage.setItem('acts', window.__acts = 0)");
        var (hand, fields, watch) = (new Hand(window.Page), new FieldsShown(window.Page), Stopwatch.StartNew());

        if (phone) await hand.TapAsync(window.Page.Locator("[data-shortcut=new]"));
        else await hand.DecideAsync("Alt+n");
        foreach (var (person, position) in Family.Select((p, i) => (p, i + 1)))
        {
            await FocusedAsync(window, $"name-{position}");
            await hand.DataAsync(person.Name);
            await hand.KeyAsync(phone ? "Enter" : "Tab");
            await FocusedAsync(window, $"id-{position}");
            await hand.DataAsync(NumberOf(person.Born, person.Order + (phone ? 2 : 0)));
            await hand.KeyAsync("Enter");
        }
        await FocusedAsync(window, "name-5");
        await hand.KeyAsync("Enter");
        await FocusedAsync(window, "phone");
        await hand.DataAsync("10087654321");
        await hand.KeyAsync("Enter");
        await PolicyAsync(window, hand, phone, 1, "l", phone ? "1000000011" : "1000000001");
        await hand.KeyAsync("Enter");
        await PolicyAsync(window, hand, phone, 2, "x", phone ? "1000000012" : "1000000002");
        await fields.LookAsync();
        await window.CheckAsync();
        if (phone) await hand.TapAsync(window.Page.Locator("[data-shortcut=save]"));
        else await hand.DecideAsync("Control+s");
        await window.Page.WaitForURLAsync(url => url.Contains("/households/", StringComparison.Ordinal) && Guid.TryParse(url[(url.LastIndexOf('/') + 1)..], out _));

        TestContext.Current.TestOutputHelper?.WriteLine($"{task}: {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s by script");
        await AssertSavedAsync(Guid.Parse(window.Page.Url[^36..]));
        await hand.CheckAsync();
        Budget.Check(task, hand, fields);
    }

    private static async Task PolicyAsync(Window window, Hand hand, bool phone, int position, string letter, string receipt)
    {
        await FocusedAsync(window, $"product-{position}");
        // A finger takes two taps, one for the list and one for the product: the label's and the letter's. A key takes it by its letter.
        if (phone) await hand.TapAsync(window.Page.Locator($"label[for=product-{position}]"));
        await hand.DecideAsync(letter);
        await Expect(window.Page.Locator($"#insured-{position}")).ToBeVisibleAsync();
        await hand.KeyAsync(phone ? "Enter" : "Tab");
        await FocusedAsync(window, $"receipt-{position}");
        await hand.DataAsync(receipt);
    }

    private static Task FocusedAsync(Window window, string id) => Expect(window.Page.Locator($"#{id}")).ToBeFocusedAsync();

    private static string NumberOf(DateOnly born, int order)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"999999{born:yyyyMMdd}{order:000}");
        return digits + IdNumber.CheckCharacter(digits);
    }

    // No effort is counted for a wrong record.
    private Task<bool> AssertSavedAsync(Guid id) => product.AtTheCommandLineAsync(async services =>
    {
        services.GetRequiredService<CommandLineActor>().InNameOf = (await services.GetRequiredService<VillageInsurance.UseCases.Organisation.StaffList>().RunAsync("agent", forGrants: true, default)).Single(s => s.Code == "agent").Id;
        var saved = await services.GetRequiredService<HouseholdDetail>().RunAsync(id, default);
        Assert.Equal(Family.Select(p => p.Name), saved.Members.Select(m => m.Name));
        Assert.Equal([FamilyRole.Head, FamilyRole.Spouse, FamilyRole.Child, FamilyRole.Child], saved.Members.Select(m => RelationWords.RoleOf(m.Relation)));
        Assert.Equal([8_000L, 60_000L], saved.Policies!.Select(p => Assert.Single(p.Payments).AmountFen).Order());
        Assert.Equal(saved.Members[2].PersonId, saved.Policies!.Single(p => p.PremiumFen == 8_000).InsuredId);
        return true;
    });
}
