using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class AppPageTests : Screen
{
    private readonly IRenderedComponent<NoticePlace> _notice;
    private readonly Page _page;

    public AppPageTests()
    {
        _notice = Show<NoticePlace>(_ => { });
        _page = Show<Page>(_ => { }).Instance;
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_page_and_gone_with_the_next_thing_done()
    {
        await _page.DoAsync(() => throw new ChangedMeanwhile());
        Assert.NotEmpty(_notice.FindAll(".note[role=alert]"));
        Assert.Empty(Toasts);

        await _page.DoAsync(() => Task.CompletedTask);
        _notice.WaitForAssertion(() => Assert.Empty(_notice.FindAll(".note")));
        Assert.Single(Toasts);
    }

    [Fact]
    public async Task A_second_change_does_not_start_while_the_first_runs()
    {
        var (first, started) = (new TaskCompletionSource(), 0);
        var running = _page.DoAsync(() => { started++; return first.Task; });
        await _page.DoAsync(() => { started++; return Task.CompletedTask; });
        first.SetResult();
        await running;

        Assert.Equal(1, started);
    }

    [Fact]
    public async Task A_session_that_is_over_leads_to_the_sign_in_and_back_here()
    {
        var place = Context.Services.GetRequiredService<BunitNavigationManager>();
        place.NavigateTo("/applications/7?tab=2");

        await _page.DoAsync(() => throw new NotSignedIn());

        Assert.EndsWith("/sign-in?ReturnUrl=%2Fapplications%2F7%3Ftab%3D2", place.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_load_wins()
    {
        var slow = new TaskCompletionSource<string>();
        var first = _page.GetAsync(_ => slow.Task);
        await _page.GetAsync(_ => Task.FromResult("new"));
        slow.SetResult("old");
        await first;

        Assert.Equal("new", _page.Shown);
    }

    [Fact]
    public async Task What_is_no_refusal_is_a_bug_and_not_hidden() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _page.DoAsync(() => throw new InvalidOperationException()));

    private IEnumerable<Snackbar> Toasts => Context.Services.GetRequiredService<ISnackbar>().ShownSnackbars;

    private sealed class Page : AppPage
    {
        public string? Shown { get; private set; }

        public Task DoAsync(Func<Task> change) => InvokeAsync(() => ChangeAsync(change, "done"));

        public Task GetAsync(Func<CancellationToken, Task<string>> read) => InvokeAsync(() => LoadAsync(read, text => Shown = text));
    }
}
