using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace VillageInsurance.Web.Tests.Shared;

/// <summary>Acts on a page: waits for the element, then finds it and acts within one turn of the renderer, so that no render comes between the two.</summary>
internal static class PageHand
{
    /// <summary>Chooses or types, and leaves the field.</summary>
    public static void Change<T>(this IRenderedComponent<T> page, string css, object value, int nth = 0) where T : IComponent => page.On(css, nth, e => e.Change(value));

    /// <summary>Types, and stays in the field.</summary>
    public static void Input<T>(this IRenderedComponent<T> page, string css, object value, int nth = 0) where T : IComponent => page.On(css, nth, e => e.Input(value));

    /// <summary>Presses a button or follows a link.</summary>
    public static void Click<T>(this IRenderedComponent<T> page, string css, int nth = 0) where T : IComponent => page.On(css, nth, e => e.Click());

    /// <summary>Presses the one button that says this.</summary>
    public static void ClickText<T>(this IRenderedComponent<T> page, string text) where T : IComponent =>
        page.On(() => page.FindAll("button").SingleOrDefault(b => b.TextContent.Trim() == text), e => e.Click());

    /// <summary>Presses the first button whose words begin so.</summary>
    public static void ClickBeginning<T>(this IRenderedComponent<T> page, string text) where T : IComponent =>
        page.On(() => page.FindAll("button").FirstOrDefault(b => b.TextContent.Trim().StartsWith(text, StringComparison.Ordinal)), e => e.Click());

    /// <summary>Presses a button in the one row, card or form that holds this text.</summary>
    public static void ClickIn<T>(this IRenderedComponent<T> page, string row, string text, string css, int nth = 0) where T : IComponent =>
        page.On(() => page.FindAll(row).SingleOrDefault(r => r.TextContent.Contains(text, StringComparison.Ordinal))?.QuerySelectorAll(css).ElementAtOrDefault(nth), e => e.Click());

    /// <summary>Presses a key in a field.</summary>
    public static void Press<T>(this IRenderedComponent<T> page, string css, KeyboardEventArgs key) where T : IComponent => page.On(css, 0, e => e.KeyDown(key));

    /// <summary>Sends the form that the element is or stands in.</summary>
    public static void Submit<T>(this IRenderedComponent<T> page, string css, int nth = 0) where T : IComponent => page.On(css, nth, e => e.Closest("form")!.Submit());

    /// <summary>Chooses or types, leaves the field, and waits until the page has done with it.</summary>
    public static Task ChangeAsync<T>(this IRenderedComponent<T> page, string css, object value, int nth = 0) where T : IComponent =>
        page.OnAsync(css, nth, e => e.ChangeAsync(new ChangeEventArgs { Value = value }));

    /// <summary>Chooses or types in the first field whose label begins so, leaves it, and waits until the page has done with it.</summary>
    public static Task ChangeLabelledAsync<T>(this IRenderedComponent<T> page, string label, object value) where T : IComponent =>
        page.ChangeAsync($"#{page.FindAll("label").First(l => l.TextContent.StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}", value);

    /// <summary>Sends the form that the element is or stands in, and waits until the page has done with it.</summary>
    public static Task SubmitAsync<T>(this IRenderedComponent<T> page, string css) where T : IComponent => page.OnAsync(css, 0, e => e.Closest("form")!.SubmitAsync());

    /// <summary>Acts on the nth element of a selector.</summary>
    public static void On<T>(this IRenderedComponent<T> page, string css, int nth, Action<IElement> act) where T : IComponent =>
        page.On(() => page.FindAll(css).ElementAtOrDefault(nth), act);

    // The turn is waited for here, so that a test without one may stay synchronous; what the handler goes on to do is not.
    private static void On<T>(this IRenderedComponent<T> page, Func<IElement?> find, Action<IElement> act) where T : IComponent
    {
        page.WaitForState(() => find() is not null, PageScreen.Soon);
        page.InvokeAsync(() => act(find()!)).GetAwaiter().GetResult();
    }

    private static Task OnAsync<T>(this IRenderedComponent<T> page, string css, int nth, Func<IElement, Task> act) where T : IComponent
    {
        page.WaitForState(() => page.FindAll(css).Count > nth, PageScreen.Soon);
        return page.InvokeAsync(() => act(page.FindAll(css)[nth]));
    }
}
