using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Claims;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Effort;

/// <summary>A supervisor's note on a claim, by a phrase, from home: three taps on a phone with text at 200 %.</summary>
public sealed class NoteOnClaimTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const int Taps = 3;

    [Fact]
    public async Task From_home_to_the_saved_note()
    {
        await using var window = await chromium.OpenAsync(product, phone: true);
        await Hand.WatchAsync(window.Page);
        await window.Page.AddInitScriptAsync("document.addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '200%')");
        await window.EnterAsync("supervisor");
        var before = await NotesAsync();
        await Expect(window.Page.Locator("main a[href='/book']")).ToBeVisibleAsync();
        // Signing in and the first page come before the count.
        await window.Page.EvaluateAsync("sessionStorage.setItem('acts', window.__acts = 0)");
        var (hand, fields, watch) = (new Hand(window.Page), new FieldsShown(window.Page), Stopwatch.StartNew());

        await hand.TapAsync(window.Page.Locator("main a[href='/book']"));
        var note = window.Page.Locator(".book-note");
        await Expect(note).ToBeVisibleAsync();
        await fields.LookAsync();
        await window.CheckAsync();
        await hand.TapAsync(note.Locator(".chip").First);
        await hand.TapAsync(note.Locator("button[type=submit]"));
        await Expect(window.Page.Locator(".book-card dd.gap").First).ToBeVisibleAsync();
        for (var i = 0; (await NotesAsync()).Count == before.Count; i++)
        {
            Assert.True(i < 40, "No note was saved.");
            await Task.Delay(250);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s by script");
        var saved = (await NotesAsync())[0];
        Assert.Equal((ClaimNoteKind.FamilyTold, ""), (saved.Kind, saved.Text));
        Assert.Equal(Taps, hand.Beyond);
        await hand.CheckAsync();
        Budget.Check("note on a claim", hand, fields);
    }

    private Task<IReadOnlyList<SupervisorBook.NoteLine>> NotesAsync() => product.AtTheCommandLineAsync(async services =>
    {
        services.GetRequiredService<CommandLineActor>().InNameOf = (await services.GetRequiredService<StaffList>().RunAsync("supervisor", forGrants: true, default)).Single(s => s.Code == "supervisor").Id;
        return (await services.GetRequiredService<SupervisorBook>().RunAsync(5, default)).Notes;
    });
}
