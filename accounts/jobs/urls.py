"""The addresses of jobs."""

from django.urls import path

from accounts.jobs.pages import go_on_with_job, job, jobs, start, stop_job

urlpatterns = [
    path("jobs/", jobs, name="jobs"),
    path("jobs/start/<slug:name>/", start, name="start-job"),
    path("jobs/<int:pk>/", job, name="job"),
    path("jobs/<int:pk>/stop/", stop_job, name="stop-job"),
    path("jobs/<int:pk>/go-on/", go_on_with_job, name="go-on-with-job"),
]
