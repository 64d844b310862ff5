FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /project
# The packages change seldom: their layer comes before the sources.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Directory.Build.props src/
COPY src/VillageInsurance.Domain/*.csproj src/VillageInsurance.Domain/
COPY src/VillageInsurance.LocalPostgres/*.csproj src/VillageInsurance.LocalPostgres/
COPY src/VillageInsurance.UseCases/*.csproj src/VillageInsurance.UseCases/
COPY src/VillageInsurance.Web/*.csproj src/VillageInsurance.Web/
RUN dotnet restore src/VillageInsurance.Web
COPY . .
RUN dotnet publish src/VillageInsurance.Web --no-restore -c Release -o /app

# This image brings ICU, which Chinese dates and sorting need, and the account of APP_UID (1654).
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --chmod=755 deploy/healthy /usr/local/bin/healthy
RUN install -d -o $APP_UID -m 700 /var/lib/village-insurance
USER $APP_UID
VOLUME /var/lib/village-insurance
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["healthy"]
ENTRYPOINT ["dotnet", "VillageInsurance.Web.dll"]
