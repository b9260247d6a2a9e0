import os
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

WANTED = os.environ.get("V") == "wanted"


class Author(models.Model):
    name = models.CharField(max_length=200 if WANTED else 100)
    slug = models.SlugField(unique=True)
    if WANTED:
        born = models.DateField(null=True)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    title = models.CharField(max_length=200, db_index=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    meta = models.JSONField(default=dict)
    if WANTED:
        words = ArrayField(models.TextField(), default=list)

    class Meta:
        unique_together = [("author", "title")]
        if WANTED:
            constraints = [models.CheckConstraint(check=models.Q(price__gte=0), name="price_not_negative")]
            indexes = [GinIndex(fields=["meta"], name="book_meta_gin"), models.Index(fields=["-price"], name="book_price")]


if WANTED:

    class Shelf(models.Model):
        name = models.CharField(max_length=50)
        books = models.ManyToManyField(Book)
