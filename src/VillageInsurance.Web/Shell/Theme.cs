using MudBlazor;

namespace VillageInsurance.Web.Shell;

/// <summary>MudBlazor dressed in the tokens of wwwroot/base.css; a colour changed there is changed here.</summary>
internal static class Theme
{
    private static readonly string[] Family = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif"];

    public static readonly MudTheme Ours = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0e5a66",
            PrimaryDarken = "#0a434d",
            PrimaryLighten = "#e7f0f1",
            PrimaryContrastText = "#ffffff",
            Secondary = "#44545c",
            Success = "#00695a",
            Warning = "#a4480b",
            Error = "#a3162e",
            Info = "#1c5a97",
            Dark = "#5c6b73",
            Background = "#f2f5f6",
            BackgroundGray = "#f7f9fa",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#17252b",
            DrawerBackground = "#ffffff",
            DrawerText = "#17252b",
            TextPrimary = "#17252b",
            TextSecondary = "#44545c",
            TextDisabled = "#5c6b73",
            ActionDefault = "#44545c",
            LinesDefault = "#e1e6e9",
            TableLines = "#e1e6e9",
            Divider = "#e1e6e9",
            DividerLight = "#c3cdd2",
            LinesInputs = "#85949b",
            HoverOpacity = 0.04,
            RippleOpacity = 0,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "56px", DrawerWidthLeft = "208px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Repeat("none", 26)] },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Family, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Family, FontSize = "1.375rem", FontWeight = "600", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Family, FontSize = "1.125rem", FontWeight = "600", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Family, FontSize = "1rem", FontWeight = "600", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Family, FontSize = ".875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Family, FontSize = ".8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Family, FontSize = ".875rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Family, FontSize = ".75rem", LetterSpacing = "normal" },
        },
    };
}
