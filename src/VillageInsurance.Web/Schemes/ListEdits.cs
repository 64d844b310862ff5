namespace VillageInsurance.Web.Schemes;

/// <summary>Changes to lists that never change: each gives a new one.</summary>
internal static class ListEdits
{
    /// <summary>With another item in this place.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int place, T item) => [.. list.Take(place), item, .. list.Skip(place + 1)];

    /// <summary>A key for an item that the office adds; it stays with it from version to version.</summary>
    public static string NewKey() => $"Own{Guid.NewGuid():N}"[..11];

    /// <summary>Without the item in this place.</summary>
    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> list, int place) => [.. list.Take(place), .. list.Skip(place + 1)];
}
