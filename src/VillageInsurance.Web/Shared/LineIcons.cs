namespace VillageInsurance.Web.Shared;

/// <summary>The shapes of <see cref="LineIcon"/> on a square of 24, by name.</summary>
public static class LineIcons
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["home"] = "M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-5v-6h-4v6H5a1 1 0 0 1-1-1z",
        ["board"] = "M4 4h7v7H4zM13 4h7v4h-7zM13 10h7v10h-7zM4 13h7v7H4z",
        ["flag"] = "M6 21V4M6 4h11l-2.5 4L17 12H6",
        ["inbox"] = "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4L15 13h5",
        ["village"] = "M3 20h18M5 20v-8l4-3 4 3v8M13 20v-6h6v6M8 20v-4h2v4",
        ["house"] = "M4 11l8-6 8 6v9H4zM10 20v-6h4v6",
        ["people"] = "M5.8 8a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0M3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.3a3 3 0 0 1 0 5.6M17.5 14.4c2.2.7 3.5 2.6 3.5 5.6",
        ["person"] = "M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M5 20c0-4 2.8-6 7-6s7 2 7 6",
        ["target"] = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 12h.01",
        ["paper"] = "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h5",
        ["shield"] = "M12 3l7 3v6c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z",
        ["upload"] = "M12 15V4M7 9l5-5 5 5M4 15v5h16v-5",
        ["download"] = "M12 4v11M7 10l5 5 5-5M4 15v5h16v-5",
        ["settings"] = "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1",
        ["key"] = "M4.5 15a4 4 0 1 0 8 0a4 4 0 1 0-8 0M11.5 12.2L19 4.5M16 7.5l2.5 2.5",
        ["log"] = "M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4",
        ["scheme"] = "M5 5c3-1.3 5-1 7 .5c2-1.5 4-1.8 7-.5v14c-3-1.3-5-1-7 .5c-2-1.5-4-1.8-7-.5zM12 5.5v14",
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["cross"] = "M6 6l12 12M18 6L6 18",
        ["dash"] = "M6 12h12",
        ["warning"] = "M12 4l9 16H3zM12 10v5M12 17.5h.01",
        ["clock"] = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5l3 2",
        ["info"] = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 11v5M12 8h.01",
        ["edit"] = "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
        ["eye"] = "M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["save"] = "M5 5h11l3 3v11H5zM8 5v5h7V5M8 19v-5h8v5",
        ["text-size"] = "M4 18L9 6l5 12M5.8 14h6.4M15 18l3-7 3 7M16 16h4",
        ["language"] = "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M3.5 12h17M12 3.5c-5 5-5 12 0 17c5-5 5-12 0-17",
        ["place"] = "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM9.7 10a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["exit"] = "M14 4H5v16h9M10 12h10M16.5 8l4 4-4 4",
        ["next"] = "M9 6l6 6-6 6",
        ["back"] = "M15 6l-6 6 6 6",
        ["down"] = "M7 10l5 5 5-5",
        ["plus"] = "M12 5v14M5 12h14",
        ["search"] = "M5 11a6 6 0 1 0 12 0a6 6 0 1 0-12 0M16 16l4 4",
        ["print"] = "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
        ["attachment"] = "M19 11.5l-7.5 7.5a4.5 4.5 0 0 1-6.4-6.4l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.2-2.2l7-7",
        ["return"] = "M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6",
        ["brand"] = "M3 20c3-3 6-3 9 0s6 3 9 0M3 15c3-3 6-3 9 0s6 3 9 0M6 11l6-6 6 6",
    };

    /// <summary>Fails on a name that is not there, so that a typing error shows in the first test.</summary>
    public static string PathOf(string name) => Paths[name];
}
